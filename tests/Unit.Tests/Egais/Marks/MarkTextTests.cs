using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class MarkTextTests
{
    [TestMethod]
    [DataRow("22N00000XRLS1WQ49JIA1B250718001234567EXAMPLESIGNATUREEXAMPLESIGNATUR", "0123456789012345678")]
    [DataRow("10N000002SFLJBF5KCUZZZZ412310000000010000000000000000000000000000000", "0010200000012345678")]
    public void Mark_of_the_first_generation_tells_its_product(string text, string alcCode) =>
        MarkText.Parse(text).Should().Match<ParsedMark>(mark => mark.Kind == MarkKind.Mark68 && mark.Alc == alcCode && mark.Value == text && mark.Fault == MarkFault.None && mark.Type == null);

    [TestMethod]
    [DataRow("0000000000000100", "0000000000000001296")]
    [DataRow("00023Z405FZ79TDR", "9999999999999999999", DisplayName = "the greatest number")]
    [DataRow("00000xrls1wq49ji", "0123456789012345678", DisplayName = "in lower case")]
    public void Product_code_is_a_number_of_base_36(string digits, string alcCode) => MarkText.Parse(MadeMarks.Old(digits)).Alc.Should().Be(alcCode);

    [TestMethod]
    [DataRow("00023Z405FZ79TDS", DisplayName = "one more than nineteen digits")]
    [DataRow("ZZZZZZZZZZZZZZZZ")]
    public void Product_code_of_more_than_nineteen_digits_is_a_bad_format(string digits) => MarkText.Parse(MadeMarks.Old(digits)).Fault.Should().Be(MarkFault.BadFormat);

    [TestMethod]
    public void Parts_of_a_mark_of_the_second_generation_are_told()
    {
        var mark = MarkText.Parse(MadeMarks.New());

        mark.Should().BeEquivalentTo(new { Kind = MarkKind.Mark150, Fault = MarkFault.None, Type = "136", Series = "200", Number = "00012345", Month = "07", Year = "25", Display = "136-20000012345", Alc = (string?)null, IsMark = true });
    }

    public static IEnumerable<object[]> BadMarks =>
    [
        [MadeMarks.New(type: "000")], [MadeMarks.New(series: "000")], [MadeMarks.New(number: "00000000")], [MadeMarks.New(month: "00")], [MadeMarks.New(month: "13")], [MadeMarks.New(year: "17")],
        [MadeMarks.New(version: "000")], [MadeMarks.New(type: "A36")], [MadeMarks.New()[..149]], [MadeMarks.New() + "A"], [MadeMarks.New().ToLowerInvariant()], [MadeMarks.New()[..149] + "-"],
        [MadeMarks.New(type: "١٣٦")], [MadeMarks.New(type: "010", year: "21").ToLowerInvariant()], [MadeMarks.Old(month: "20")], [MadeMarks.Old(day: "40")], [MadeMarks.Old(check: "A")], [MadeMarks.Old(digits: "00123456A")], [MadeMarks.Old()[..67]],
        [""], [" "], ["12345"], ["0300001234561012500000001"], ["010460000012345521aB3-x9"], ["010460000012345521aB3-x9#"], ["03000012345A000042"], ["0300001234561AB2X000000017"],
    ];

    [TestMethod]
    [DynamicData(nameof(BadMarks))]
    public void Text_of_no_known_form_is_a_bad_format(string text)
    {
        var mark = MarkText.Parse(text);

        mark.Should().Match<ParsedMark>(read => read.Kind == MarkKind.Unknown && read.Fault == MarkFault.BadFormat && read.Suggestion == null && !read.IsMark);
        MarkFaults.TextOf(mark)!.Value.TextRu.Should().NotBeEmpty();
    }

    [TestMethod]
    public void Nothing_at_all_is_a_bad_format() => MarkText.Parse(null).Fault.Should().Be(MarkFault.BadFormat);

    [TestMethod]
    public void Cyrillic_letter_means_the_wrong_layout()
    {
        var mark = MarkText.Parse("22Н00000XRLS1WQ49JIA1B250718001234567EXAMPLESIGNATUREEXAMPLESIGNATUR");

        mark.Should().Match<ParsedMark>(read => read.Fault == MarkFault.WrongLayout && read.Kind == MarkKind.Unknown);
        mark.Suggestion.Should().Be("22Y00000XRLS1WQ49JIA1B250718001234567EXAMPLESIGNATUREEXAMPLESIGNATUR");
    }

    [TestMethod]
    [DataRow("22Т00000ЧКДЫ1ЦЙ49ОШФ1И250718001234567УЧФЬЗДУЫШПТФЕГКУУЧФЬЗДУЫШПТФЕГК", "22N00000XRLS1WQ49JIA1B250718001234567EXAMPLESIGNATUREEXAMPLESIGNATUR")]
    [DataRow("010460000012345521фИ3-ч9Я", "010460000012345521aB3-x9Z")]
    [DataRow("010460000012345521ф.,;Ж9Я", "010460000012345521a/?$:9Z", DisplayName = "signs lie on other keys")]
    [DataRow("ъв2010460000012345521фИ3-ч9Я", "010460000012345521aB3-x9Z", DisplayName = "with the symbology identifier")]
    public void Suggestion_is_what_the_keys_mean_in_the_English_layout(string text, string meant) => MarkText.Parse(text).Suggestion.Should().Be(meant);

    [TestMethod]
    [DataRow("030000123456000042", "030000123456", null, null, "000042")]
    [DataRow("03000012345610125000000017", "030000123456", "box", "01", "000000017")]
    [DataRow("03000012345620125000000017", "030000123456", "pallet", "01", "000000017")]
    [DataRow("03000012345630125000000017", "030000123456", "mixedBox", "01", "000000017")]
    [DataRow("03000012345640125000000017", "030000123456", "mixedPallet", "01", "000000017")]
    [DataRow("03000012345670125000000017", "030000123456", null, "01", "000000017")]
    public void Parts_of_a_box_are_told(string text, string fsrarId, string? unitKind, string? line, string serial) =>
        MarkText.Parse(text).Should().BeEquivalentTo(new { Kind = MarkKind.Box, FsrarId = fsrarId, UnitKind = unitKind, BoxLine = line, BoxSerial = serial, IsLetteredBox = false });

    [TestMethod]
    [DataRow("0300001234561A125000000017")]
    [DataRow("0300001234561012500000AB17")]
    [DataRow("030000123456A00042")]
    public void Box_with_letters_in_line_or_serial_is_taken_with_a_warning(string text)
    {
        var box = MarkText.Parse(text);

        box.Should().Match<ParsedMark>(read => read.Kind == MarkKind.Box && read.IsLetteredBox && read.Fault == MarkFault.None);
        MarkFaults.TextOf(box)!.Value.TextRu.Should().Contain("буквы");
        MarkPattern.IsBox(text).Should().BeFalse("it is refused in documents that are sent");
    }

    [TestMethod]
    public void Forty_digits_are_a_code_of_their_own() => MarkText.Parse(new string('7', 40)).Should().Match<ParsedMark>(mark => mark.Kind == MarkKind.Code40 && mark.IsMark);

    [TestMethod]
    [DataRow("010460000012345521aB3-x9Z")]
    [DataRow("010460000012345521aB3-x9Z\u001D93dGVz", DisplayName = "its crypto tail is dropped")]
    public void Beer_keeps_its_first_25_characters(string text) =>
        MarkText.Parse(text).Should().Match<ParsedMark>(mark => mark.Kind == MarkKind.Beer && mark.Value == "010460000012345521aB3-x9Z" && mark.Gtin == "04600000123455" && mark.IsMark);

    [TestMethod]
    [DataRow("46000001")]
    [DataRow("460000012345")]
    [DataRow("4600000123455")]
    [DataRow("04600000123455")]
    public void Barcode_of_goods_is_told_apart(string text) => MarkText.Parse(text).Should().Match<ParsedMark>(mark => mark.Kind == MarkKind.Ean && !mark.IsMark);

    [TestMethod]
    [DataRow("{0}")]
    [DataRow("  {0}\r\n")]
    [DataRow("\u001D{0}")]
    [DataRow("]d2{0}")]
    [DataRow("]d1{0}")]
    [DataRow("]d2\u001D{0}")]
    [DataRow("\u001D]d2{0}\t")]
    public void What_a_scanner_puts_in_front_is_dropped(string form)
    {
        var mark = MadeMarks.New();

        MarkText.Parse(form.Replace("{0}", mark, StringComparison.Ordinal)).Should().Match<ParsedMark>(read => read.Kind == MarkKind.Mark150 && read.Value == mark);
    }

    [TestMethod]
    [DataRow("\u001D\u001D{0}")]
    [DataRow("]d2]d2{0}")]
    [DataRow("{0}\u001D")]
    [DataRow("0{0}")]
    public void Nothing_else_is_repaired(string form) => MarkText.Parse(form.Replace("{0}", MadeMarks.New(), StringComparison.Ordinal)).Fault.Should().Be(MarkFault.BadFormat);

    [TestMethod]
    public void PDF417_by_its_identifier_carries_marks_of_68() => MarkText.Parse("]L2" + MadeMarks.Old()).Kind.Should().Be(MarkKind.Mark68);

    [TestMethod]
    public void Identifier_of_PDF417_demands_68() => Texts("]L2" + MadeMarks.New()).Should().Contain("должна быть 68, фактически 150");

    [TestMethod]
    public void Known_symbology_DataMatrix_demands_150() => Texts(MadeMarks.Old(), MarkSymbology.DataMatrix).Should().Contain("должна быть 150, фактически 68");

    [TestMethod]
    public void DataMatrix_may_be_beer() => MarkText.Parse("010460000012345521aB3-x9Z", MarkSymbology.DataMatrix).Kind.Should().Be(MarkKind.Beer);

    [TestMethod]
    public void Bad_format_tells_the_length_received() => Texts(MadeMarks.New()[..149]).Should().Contain("должна быть 150 / 68, фактически 149");

    [TestMethod]
    public void Lower_case_is_named_as_the_cause() => Texts(MadeMarks.New().ToLowerInvariant()).Should().Contain("строчные буквы");

    [TestMethod]
    public void Right_length_is_not_blamed() => Texts(MadeMarks.New(month: "13")).Should().Contain("знаки не по формату");

    public static IEnumerable<object[]> CleanTexts => [[MadeMarks.New()], [MadeMarks.Old()], [MadeMarks.Box], ["010460000012345521aB3-x9Z"], ["4600000123455"], ["nothing"]];

    [TestMethod]
    [DynamicData(nameof(CleanTexts))]
    public void Clean_text_is_read_without_copying(string text) => MarkText.Parse(text).Value.Should().BeSameAs(text);

    [TestMethod]
    public void Log_shows_twenty_characters_at_most() => MarkText.Parse(MadeMarks.New()).ToString().Should().Be("Mark150 13620000012345072500… (150)");

    private static string Texts(string text, MarkSymbology? symbology = null) => MarkFaults.TextOf(MarkText.Parse(text, symbology))!.Value.TextRu;
}
