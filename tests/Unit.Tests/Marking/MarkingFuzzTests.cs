using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

/// <remarks>Alone, so that the processor time counted is its own; the wall clock of a busy machine proves nothing.</remarks>
[TestClass]
[DoNotParallelize]
public sealed class MarkingFuzzTests
{
    // Of each of the four kinds: 200 000 together, in 10 seconds.
    private const int Inputs = 50_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private static readonly string[] Pieces =
    [
        "01", "21", "93", "91", "92", "8005", "00", "02", "37", "3103", "(01)", "(21)", "(93)", "(00)", "\u001D", "{GS}", "<GS>", @"\u001d", "]d2", "è", "{FNC1}", "&lt;", "&amp;", "04600001000106", "185000", "Ab1+",
        "5x<K9z", "5Ab!cD/eF+2gH", "1", "0", "й", "Ж", "ё", " ", "\r\n", "(", "240", "30", "97", "335", "RU-", "\uD800", "\0",
    ];

    [TestMethod]
    [DataRow("allowed")]
    [DataRow("any")]
    [DataRow("pieces")]
    [DataRow("damaged")]
    public void No_text_throws_and_every_refusal_has_a_reason(string kind)
    {
        var random = new Random(20_000 + kind.Length);
        var before = Environment.CpuUsage.TotalTime;
        var options = new MarkingParseOptions { IsXmlText = true, AcceptPharmaSgtin = true, ProductGroupOf = _ => "beer" };

        var wrong = Enumerable.Range(0, Inputs).Select(_ => Input(kind, random)).Where(text => !IsSound(text, null) || !IsSound(text, options)).Take(5).ToList();

        wrong.Should().BeEmpty();
        (Environment.CpuUsage.TotalTime - before).Should().BeLessThan(Limit);
    }

    // A refusal has a reason and sentences, its place lies in the text; a code has parts that can be asked for, and reads the same again.
    private static bool IsSound(string text, MarkingParseOptions? options)
    {
        if (!MarkingCode.TryParse(text, options, out var code, out var verdict))
        {
            return verdict.Reason != MarkingReason.None && verdict.Index >= -1 && verdict.Index <= text.Length && verdict.Message.Length is > 0 and <= 200 && verdict.MessageRu.Length is > 0 and <= 200;
        }

        _ = (code.Gtin, code.Serial, code.ShortCis, code.CheckKey, code.CheckValue, code.MaxRetailPriceKopecks, code.Country, code.Quantity, code.Layout, code.Weight, code.Volume, code.Elements.Count);
        return verdict == default && MarkingCode.TryParse(code.ToString(), options is null ? null : options with { IsXmlText = false }, out var again, out _) && again.Equals(code) && again.Cis == code.Cis;
    }

    private static string Input(string kind, Random random) => kind switch
    {
        "allowed" => CodesOf.Text(random, random.Next(0, 201)),
        "any" => string.Create(random.Next(0, 201), random, (span, source) => source.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(span))),
        "pieces" => string.Concat(random.GetItems(Pieces, random.Next(0, 12))),
        _ => Damaged(random),
    };

    private static string Damaged(Random random)
    {
        var layout = random.GetItems([.. MarkingLayout.All], 1)[0];
        var text = CodesOf.Layout(layout, CodesOf.Gtin(random), length => CodesOf.Text(random, length), [new("3103", "000350"), new("240", "A1")]).ToString();
        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, random.GetItems(Pieces, 1)[0]),
            2 => text[..at],
            _ => text.Remove(at, 1).Insert(at, random.GetItems(Pieces, 1)[0]),
        };
    }
}
