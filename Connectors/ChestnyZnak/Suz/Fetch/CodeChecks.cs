using System.Buffers;

namespace Connectors.ChestnyZnak;

/// <summary>Looks at codes as they come from the station. What is odd is stored all the same, and a person is called.</summary>
internal static class CodeChecks
{
    private const int PackLength = 29;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'()*+,-./_:;=<>?\u001d");

    /// <summary>What is odd about a portion; null when nothing is.</summary>
    /// <param name="gtin">The product asked for.</param>
    /// <param name="most">How many were asked for; -1 when not known.</param>
    /// <param name="codes">The codes.</param>
    public static (string En, string Ru)? Oddity(string gtin, long most, IReadOnlyList<string> codes)
    {
        var foreign = codes.Count(code => !IsOf(code, gtin));
        var broken = codes.Count(code => code.AsSpan().ContainsAnyExcept(Allowed));
        if (most >= 0 && codes.Count > most) return ($"{codes.Count} codes came where {most} were asked for", $"пришло {codes.Count} кодов вместо {most}");
        if (foreign > 0) return ($"{foreign} of {codes.Count} codes are of another product", $"{foreign} из {codes.Count} кодов — другого товара");
        return broken > 0 ? ($"{broken} of {codes.Count} codes hold characters no code may hold", $"в {broken} из {codes.Count} кодов есть недопустимые символы") : null;
    }

    // GS1 templates begin with 01, the GTIN and 21; the packs of tobacco and the like with the bare GTIN.
    private static bool IsOf(string code, string gtin)
    {
        var text = code.AsSpan();
        if (text.StartsWith("01") && text[2..].StartsWith(gtin, StringComparison.Ordinal) && text[(2 + gtin.Length)..].StartsWith("21")) return true;
        return text.Length == PackLength && text.StartsWith(gtin, StringComparison.Ordinal);
    }
}
