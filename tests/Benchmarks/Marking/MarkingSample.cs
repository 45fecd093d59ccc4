using Cleverence.Connectivity.Marking;

namespace Benchmarks.Marking;

/// <summary>Made-up codes as a warehouse scans them: mostly GS1 with separators, some packs and blocks, identities and transport units.</summary>
internal static class MarkingSample
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'()*+,-./_:;=<>?";

    /// <summary>Texts in a fixed random order, every one a string of its own.</summary>
    public static string[] Make(int count)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, count).Select(_ => Text(random))];
    }

    private static string Text(Random random)
    {
        var kind = random.Next(100);
        return kind switch
        {
            < 70 => Gs1(random),
            < 80 => "]d2" + Gs1(random) + "\r\n",
            < 90 => MarkingCode.BuildPack(Gtin(random), Characters(random, 7), random.Next(1000, 5000) * 100, Characters(random, 4)).ToString(),
            < 95 => Gs1(random).Split('\u001D')[0],
            _ => Sscc(random),
        };
    }

    private static string Gs1(Random random)
    {
        var layout = random.GetItems([.. MarkingLayout.All], 1)[0];
        List<MarkingElement> elements = [new("01", Gtin(random)), new("21", Characters(random, layout.SerialLength))];
        if (layout.HasPrice) elements.Add(new("8005", "185000"));
        if (layout.KeyLength > 0) elements.Add(new("91", Characters(random, layout.KeyLength)));
        elements.Add(new(layout.KeyLength > 0 ? "92" : "93", Characters(random, layout.CheckLength)));
        return MarkingCode.Build(elements).ToString();
    }

    private static string Gtin(Random random) => WithCheckDigit("0" + Digits(random, 12));

    private static string Sscc(Random random) => "00" + WithCheckDigit(Digits(random, 17));

    private static string WithCheckDigit(string digits) => digits + CheckDigit.Of(digits);

    private static string Digits(Random random, int length) => new(random.GetItems("0123456789".AsSpan(), length));

    private static string Characters(Random random, int length) => new(random.GetItems(Alphabet.AsSpan(), length));
}
