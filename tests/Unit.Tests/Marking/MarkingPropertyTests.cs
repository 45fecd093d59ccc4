using System.Text.RegularExpressions;
using Cleverence.Connectivity.Marking;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Tests.Marking;

[TestClass]
public sealed partial class MarkingPropertyTests
{
    // Every layout, with each kind of optional field behind it.
    private static readonly Gen<MarkingCode> Codes =
        from layout in Gen.Elements<MarkingLayout>(MarkingLayout.All)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Make(layout, new Random(seed));

    [TestMethod]
    public void Built_code_reads_back_as_itself() => Check(code =>
    {
        var again = MarkingCode.Parse(code.ToString());
        return again.Equals(code) && again.Elements.SequenceEqual(code.Elements) && again.Flags == MarkingFlags.None && again.IsFull && again.Layout == code.Layout
            && MarkingCode.Build(again.Elements).Equals(code);
    });

    [TestMethod]
    public void Identity_of_a_code_is_its_own_identity() => Check(code =>
    {
        var cis = MarkingCode.Parse(code.Cis);
        return cis.Cis == code.Cis && !cis.IsFull && cis.Gtin == code.Gtin && cis.Serial == code.Serial;
    });

    [TestMethod]
    public void Marks_of_a_scanner_change_nothing() => Check(code => MarkingCode.Parse($"]d2\u001D{code}\r\n").Equals(code));

    [TestMethod]
    public void Separators_written_as_text_change_nothing() => Check(code => MarkingCode.Parse(code.ToString().Replace("\u001D", @"\u001d", StringComparison.Ordinal)).Equals(code));

    [TestMethod]
    public void Lost_first_zero_is_put_back() => Check(code => MarkingCode.Parse(code.ToString()[1..]).Equals(code));

    [TestMethod]
    public void Entities_of_XML_are_put_back() => Check(code =>
        MarkingCode.Parse(System.Security.SecurityElement.Escape(code.ToString()), new MarkingParseOptions { IsXmlText = true }).Equals(code));

    // A serial that holds an identifier in brackets by chance has two readings.
    [TestMethod]
    public void Brackets_are_dropped() => Check(code => BracketedDigits().IsMatch(code.ToString())
        || MarkingCode.Parse(string.Concat(code.Elements.Select(element => $"({element.Ai}){element.Value}"))).Equals(code));

    // A wrong answer would be a code without a flag that is not the one scanned.
    [TestMethod]
    public void Lost_separators_are_put_back_or_told_of_and_never_guessed() => Check(code =>
        !MarkingCode.TryParse(code.ToString().Replace("\u001D", "", StringComparison.Ordinal), null, out var read, out var verdict)
            ? verdict.Reason == MarkingReason.AmbiguousWithoutSeparators
            : read.Equals(code) || (read.Flags & MarkingFlags.AmbiguousWithoutSeparators) != 0);

    [TestMethod]
    public void One_digit_misread_in_the_number_is_always_seen() => Check(code =>
    {
        var text = code.ToString().ToCharArray();
        text[9] = (char)('0' + ((text[9] - '0' + 1) % 10));
        return !MarkingCode.TryParse(new string(text), null, out _, out var verdict) && verdict.Reason == MarkingReason.BadCheckDigit;
    });

    [TestMethod]
    public void Built_pack_reads_back_as_itself() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (serial, price, check) = (CodesOf.Text(random, 7), random.Next(MaxRetailPrice.Highest + 1), CodesOf.Text(random, 4));
            var code = MarkingCode.BuildPack(CodesOf.Gtin(random), serial, price, check);
            return code.IsFull && code.Serial == serial && code.MaxRetailPriceKopecks == price && code.CheckValue == check && MarkingCode.Parse(code.Cis).Cis == code.Cis;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [TestMethod]
    public void Every_price_goes_both_ways() =>
        Prop.ForAll(Gen.Choose(0, MaxRetailPrice.Highest).ToArbitrary(), kopecks => MaxRetailPrice.TryDecode(MaxRetailPrice.Encode(kopecks), out var decoded) && decoded == kopecks)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static void Check(Func<MarkingCode, bool> holds) =>
        Prop.ForAll(Codes.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [GeneratedRegex(@"\(\d{2,4}\)")]
    private static partial Regex BracketedDigits();

    private static MarkingCode Make(MarkingLayout layout, Random random)
    {
        MarkingElement[][] tails =
        [
            [], [], [new("3103", random.Next(1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture))], [new("3353", "030000")], [new("30", "128")], [new("240", CodesOf.Text(random, 5))],
        ];
        return CodesOf.Layout(layout, CodesOf.Gtin(random), length => CodesOf.Text(random, length), random.GetItems(tails, 1)[0]);
    }
}
