using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class MarkingNormaliserTests
{
    private const string Code = "0104600001000106215Ab!cD/eF+2gH␝93Ab1+";

    [TestMethod]
    [DataRow("]d2", MarkingSymbology.Gs1DataMatrix)]
    [DataRow("]d1", MarkingSymbology.DataMatrix)]
    [DataRow("]C1", MarkingSymbology.Gs1Code128)]
    [DataRow("]Q3", MarkingSymbology.Gs1Qr)]
    [DataRow("]e0", MarkingSymbology.Gs1DataBar)]
    [DataRow("]J1", MarkingSymbology.Gs1DotCode)]
    [DataRow("", MarkingSymbology.Unknown)]
    public void Symbology_identifier_is_taken_off_and_remembered(string prefix, MarkingSymbology symbology)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(prefix + Code));

        code.Symbology.Should().Be(symbology);
        code.ToString().Should().Be(MarkingRow.Gs(Code));
    }

    [TestMethod]
    [DataRow("", "\r\n")]
    [DataRow(" \t", "\0\0")]
    [DataRow("\r\n", " ")]
    [DataRow("␝", "")]
    [DataRow("è", "\r")]
    [DataRow("{FNC1}", "")]
    [DataRow("<FNC1>", "")]
    [DataRow("\\F", "")]
    [DataRow(" ]d2␝", "\n")]
    public void Ends_and_one_leading_mark_are_taken_off(string before, string after)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(before + Code + after));

        code.ToString().Should().Be(MarkingRow.Gs(Code));
        code.Flags.Should().Be(MarkingFlags.None);
    }

    [TestMethod]
    [DataRow(@"\u001d")]
    [DataRow(@"\u001D")]
    [DataRow(@"\x1d")]
    [DataRow(@"\x1D")]
    [DataRow("{GS}")]
    [DataRow("<GS>")]
    [DataRow("\u2194")]
    [DataRow("\u241D")]
    public void Text_that_stands_for_a_separator_becomes_one(string placeholder)
    {
        var code = MarkingCode.Parse(Code.Replace("␝", placeholder, StringComparison.Ordinal));

        code.ToString().Should().Be(MarkingRow.Gs(Code));
        code.Flags.Should().Be(MarkingFlags.SeparatorTranslated);
    }

    [TestMethod]
    public void Serial_that_holds_the_text_of_a_separator_is_data_beside_real_ones()
    {
        var code = MarkingCode.Parse("0104600001000106215Ab<GS>/eF+2g\u001D93Ab1+");

        (code.Serial, code.Flags).Should().Be(("5Ab<GS>/eF+2g", MarkingFlags.None));
    }

    [TestMethod]
    public void Leading_mark_written_as_a_text_is_no_field() =>
        MarkingCode.Parse("{GS}" + Code.Replace("␝", "{GS}", StringComparison.Ordinal)).ToString().Should().Be(MarkingRow.Gs(Code));

    [TestMethod]
    public void Only_one_leading_mark_is_taken_off()
    {
        MarkingCode.TryParse(MarkingRow.Gs("␝␝" + Code), null, out _, out var verdict).Should().BeFalse();

        verdict.Reason.Should().Be(MarkingReason.NotRecognised);
    }

    [TestMethod]
    public void Entities_are_decoded_only_in_text_of_XML()
    {
        const string raw = "0104600001000113215x&lt;K9z␝93z&amp;0=";

        var fromXml = MarkingCode.Parse(MarkingRow.Gs(raw), new MarkingParseOptions { IsXmlText = true });
        var plain = MarkingCode.Parse(MarkingRow.Gs(raw));

        (fromXml.Serial, fromXml.CheckValue, fromXml.Flags).Should().Be(("5x<K9z", "z&0=", MarkingFlags.None));
        (plain.Serial, plain.Flags).Should().Be(("5x&lt;K9z", MarkingFlags.UnusualSerialLength | MarkingFlags.UnusualCheckPart));
    }

    [TestMethod]
    [DataRow("&lt;&gt;&amp;&quot;&apos;5", "<>&\"'5")]
    [DataRow("&amp;lt;5", "&lt;5")]
    public void Every_entity_of_XML_is_decoded_once(string raw, string serial) =>
        MarkingCode.Parse("010460000100011321" + raw, new MarkingParseOptions { IsXmlText = true }).Serial.Should().Be(serial);

    [TestMethod]
    [DataRow("(01)04600001000113(21)5x(K9z(93)zZ0=", "0104600001000113215x(K9z␝93zZ0=")]
    [DataRow("(01)04600001000106(21)5Ab(93)eF+2gH(93)Ab1+", "0104600001000106215Ab(93)eF+2gH␝93Ab1+")]
    [DataRow("(01)04600001000113(21)5x<K9z␝(93)zZ0=(3103)000350", "0104600001000113215x<K9z␝93zZ0=␝3103000350")]
    [DataRow("(01)04600001000175(21)dP&5uYe(8005)185000(93)Hn6_(240)FA123", "010460000100017521dP&5uYe␝8005185000␝93Hn6_␝240FA123")]
    [DataRow("(00)146000010000000011", "00146000010000000011")]
    [DataRow("(02)04600001000106(37)10(3103)000012500", "020460000100010637103103000012500")]
    public void Brackets_are_dropped_only_around_identifiers_in_their_places(string raw, string text)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(raw));

        code.ToString().Should().Be(MarkingRow.Gs(text));
        code.Flags.Should().Be(MarkingFlags.BracketsRemoved);
    }

    [TestMethod]
    public void Brackets_that_are_not_that_form_to_the_end_are_data() =>
        MarkingCode.Parse("(01)04600001000113-PALLET").Kind.Should().Be(MarkingCodeKind.TransportOpaque);

    [TestMethod]
    [DataRow("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")]
    [DataRow("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM")]
    [DataRow("жЖэЭбБюЮ.,?0123456789й", ";:'\",<.>/?&0123456789q")]
    [DataRow("!%*()_+-=0123456789ййй", "!%*()_+-=0123456789qqq")]
    public void Every_key_of_the_Russian_layout_is_put_back(string typed, string meant)
    {
        var code = MarkingCode.Parse(typed);

        code.ToString().Should().Be(meant);
        code.Flags.Should().Be(MarkingFlags.LayoutRepaired);
    }

    [TestMethod]
    [DataRow('х')]
    [DataRow('ъ')]
    [DataRow('ё')]
    [DataRow('Х')]
    [DataRow('Ъ')]
    [DataRow('Ё')]
    [DataRow('№')]
    [DataRow(';')]
    [DataRow(':')]
    [DataRow('"')]
    [DataRow('/')]
    public void Key_that_gives_no_character_of_codes_is_refused(char key)
    {
        MarkingCode.TryParse($"ййййййййййййййййййй{key}йй", null, out _, out var verdict).Should().BeFalse();

        verdict.Should().Be(new MarkingVerdict(MarkingReason.IllegalCharacter, 19, key));
    }

    [TestMethod]
    [DataRow("\r\n]d20104600001000106215Ab!cD eF+2gH␝93Ab1+", 29, ' ')]
    [DataRow(@"0104600001000106215Ab!cD/eF+2gH\u001d93A#1+", 40, '#')]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93Ab1+\r\n0104600001000106", 38, '\r')]
    public void Illegal_character_is_placed_in_the_text_as_it_was_given(string raw, int index, char character)
    {
        MarkingCode.TryParse(MarkingRow.Gs(raw), null, out _, out var verdict).Should().BeFalse();

        verdict.Should().Be(new MarkingVerdict(MarkingReason.IllegalCharacter, index, character));
    }

    [TestMethod]
    public void Check_digit_is_placed_in_the_text_as_it_was_given()
    {
        MarkingCode.TryParse("]C1(00)146000010000000012", null, out _, out var verdict).Should().BeFalse();

        verdict.Should().Be(new MarkingVerdict(MarkingReason.BadCheckDigit, 24, '2', '1'));
    }
}
