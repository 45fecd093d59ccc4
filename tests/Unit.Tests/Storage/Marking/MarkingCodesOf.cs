using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Storage.Marking;

/// <summary>Made-up codes as an order station hands them out.</summary>
internal static class MarkingCodesOf
{
    public const string Gtin = "04607177964089";
    public const string Order = "b024ae09-ef7c-449e-b461-05d8eb116c79";

    /// <summary>A code with all characters that hurt somewhere: quote, ampersand, angle brackets, slash, and the separator.</summary>
    public static string Code(int number, string tail = "dGVz") => $"{Cis(number)}\u001d93{tail}";

    public static string Cis(int number) => $"01{Gtin}21<\"{number:D6}&/'%";

    public static CodeBlock Block(string id, params IEnumerable<int> numbers) => new(id, Order, Gtin, [.. numbers.Select(number => Code(number))]);

    public static StoredMarkingCode Received(int number, MarkingCodeState state = MarkingCodeState.Received) => new(Code(number), Cis(number), Gtin) { Serial = "s", State = state };
}
