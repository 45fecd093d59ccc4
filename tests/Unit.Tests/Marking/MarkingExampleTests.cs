using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class MarkingExampleTests
{
    [TestMethod]
    [DynamicData(nameof(MarkingExamples.Codes), typeof(MarkingExamples))]
    public void Every_example_is_taken_apart_as_the_rules_say(MarkingRow row)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(row.Raw), new MarkingParseOptions { ProductGroup = row.Group });

        Described(row, code).Should().BeEquivalentTo(row);
    }

    [TestMethod]
    [DynamicData(nameof(MarkingExamples.Codes), typeof(MarkingExamples))]
    public void Mended_text_reads_the_same_without_mending(MarkingRow row)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(row.Raw), new MarkingParseOptions { ProductGroup = row.Group });

        var again = MarkingCode.Parse(code.ToString());

        again.Should().Be(code);
        (again.Flags & ~MarkingFlags.AmbiguousWithoutSeparators).Should().Be(MarkingFlags.None);
        again.Cis.Should().Be(code.Cis);
    }

    [TestMethod]
    [DynamicData(nameof(MarkingExamples.Codes), typeof(MarkingExamples))]
    public void Text_in_a_buffer_reads_like_a_string(MarkingRow row)
    {
        var options = new MarkingParseOptions { ProductGroup = row.Group };

        MarkingCode.Parse(MarkingRow.Gs(row.Raw).AsSpan(), options).Should().Be(MarkingCode.Parse(MarkingRow.Gs(row.Raw), options));
    }

    [TestMethod]
    [DataRow("15", "00146000010000000012", MarkingReason.BadCheckDigit, 19, '2', '1')]
    [DataRow("20", "0104600001000106215Аb!cD/eF+2gH␝93Ab1+", MarkingReason.MixedLayout, 19, 'А', '\0')]
    [DataRow("22", "0104600001000107215Ab!cD/eF+2gH␝93Ab1+", MarkingReason.BadCheckDigit, 15, '7', '6')]
    [DataRow("25", "0104600001000106215Ab!cD eF+2gH␝93Ab1+", MarkingReason.IllegalCharacter, 24, ' ', '\0')]
    public void What_is_no_code_is_refused_with_its_reason_and_place(string row, string raw, MarkingReason reason, int index, char character, char expected)
    {
        MarkingCode.TryParse(MarkingRow.Gs(raw), null, out var code, out var verdict).Should().BeFalse($"row {row}");

        code.Should().BeNull();
        verdict.Should().Be(new MarkingVerdict(reason, index, character, expected));
    }

    // Row 32.
    [TestMethod]
    [DataRow(0, "AAAA")]
    [DataRow(100, "AABU")]
    [DataRow(10500, "ABzU")]
    [DataRow(12345, "AB:Z")]
    [DataRow(17900, "AC\"8")]
    [DataRow(500000, "A>KA")]
    [DataRow(40959999, "????")]
    public void Price_of_a_pack_goes_both_ways(int kopecks, string text)
    {
        MaxRetailPrice.Encode(kopecks).Should().Be(text);
        MaxRetailPrice.TryDecode(text, out var decoded).Should().BeTrue();
        decoded.Should().Be(kopecks);
    }

    private static MarkingRow Described(MarkingRow row, MarkingCode code) => new(row.Number, row.Raw, code.Kind)
    {
        Gtin = code.Gtin,
        Serial = code.Serial,
        Cis = code.Cis,
        ShortCis = code.ShortCis,
        Key = code.CheckKey,
        Check = code.CheckValue,
        Country = code.Country,
        Layout = code.Layout?.ToString(),
        Price = code.MaxRetailPriceKopecks,
        Quantity = code.Quantity,
        Weight = code.Weight,
        Volume = code.Volume,
        Extras = string.Join(' ', code.Extras.Select(element => $"{element.Ai}={element.Value}")),
        IsFull = code.IsFull,
        Flags = code.Flags,
        Symbology = code.Symbology,
        Group = row.Group,
        Text = code.ToString().Replace('\u001D', '␝'),
    };
}
