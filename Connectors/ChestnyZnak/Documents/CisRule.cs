using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>What may stand where a КИ is asked for.</summary>
internal static class CisRule
{
    private const string Marks = "!\"%&'()*+,-./_:;=<>?";
    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create($"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789{Marks}");

    /// <summary>What is wrong with a code, in English and Russian; null where nothing is.</summary>
    public static (string Message, string MessageRu)? Problem(string code)
    {
        if (code.Contains('\u001d', StringComparison.Ordinal)) return Full;
        if (code.Length is < 18 or > 74) return ($"a code of {code.Length} characters; 18 to 74 are allowed", $"код из {code.Length} знаков; допустимо от 18 до 74");
        var wrong = code.AsSpan().IndexOfAnyExcept(Allowed);
        if (wrong >= 0) return ($"the character at position {wrong + 1} of the code is not allowed", $"недопустимый символ в позиции {wrong + 1} кода");
        if (code.StartsWith("(01)", StringComparison.Ordinal) || code.StartsWith("(00)", StringComparison.Ordinal)) return ("the code stands with its brackets", "код указан со скобками");

        // A full code may have lost its separators; what cannot be told apart is left to the other side.
        return MarkingCode.TryParse(code, out var read) && read.IsFull ? Full : null;
    }

    private static (string Message, string MessageRu) Full => ("a full code stands where the code without its check part belongs", "указан полный код, а нужен код без крипто-хвоста");
}
