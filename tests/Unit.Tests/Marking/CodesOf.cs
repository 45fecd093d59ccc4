using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

/// <summary>Full codes of a layout, made of one character or of a given source of characters.</summary>
internal static class CodesOf
{
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'()*+,-./_:;=<>?";

    public static MarkingCode Layout(MarkingLayout layout, char filler, IReadOnlyList<MarkingElement> extras) =>
        Layout(layout, "04600001000106", length => new string(filler, length), extras);

    public static MarkingCode Layout(MarkingLayout layout, string gtin, Func<int, string> text, IReadOnlyList<MarkingElement> extras)
    {
        List<MarkingElement> elements = [new("01", gtin), new("21", text(layout.SerialLength))];
        if (layout.HasPrice) elements.Add(new("8005", "185000"));
        if (layout.KeyLength > 0) elements.Add(new("91", text(layout.KeyLength)));
        elements.Add(new(layout.KeyLength > 0 ? "92" : "93", text(layout.CheckLength)));
        return MarkingCode.Build(elements.Concat(extras));
    }

    public static string Gtin(Random random)
    {
        var digits = "0" + random.NextInt64(0, 1_000_000_000_000).ToString("000000000000", System.Globalization.CultureInfo.InvariantCulture);
        return digits + CheckDigit.Of(digits);
    }

    // <GS> stands for a separator where there are none; a code that holds it by chance has two readings.
    public static string Text(Random random, int length) => new string(random.GetItems(Alphabet.AsSpan(), length)).Replace("<GS>", "<Gs>", StringComparison.Ordinal);
}
