using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class MarkingBuildTests
{
    [TestMethod]
    public void Code_is_built_of_its_fields_with_separators_where_they_belong()
    {
        var code = MarkingCode.Build(new("01", "04600001000113"), new("21", "5x<K9z"), new("3103", "000350"), new("93", "zZ0="), new("240", "A1"));

        code.ToString().Should().Be(MarkingRow.Gs("0104600001000113215x<K9z␝310300035093zZ0=␝240A1"));
        code.Cis.Should().Be("0104600001000113215x<K9z");
    }

    [TestMethod]
    public void Pack_is_built_of_its_parts()
    {
        MarkingCode.BuildPack("04600001000168", "hR-4_tZ", 17900, "Wm2=").ToString().Should().Be("04600001000168hR-4_tZAC\"8Wm2=");
        MarkingCode.BuildPack("04600001000168", "hR-4_tZ", 0).ToString().Should().Be("04600001000168hR-4_tZAAAA");
    }

    [TestMethod]
    public void Transport_unit_and_quantity_line_are_built_of_their_fields()
    {
        MarkingCode.Build(new MarkingElement("00", "146000010000000011")).ToString().Should().Be("00146000010000000011");
        MarkingCode.Build(new("02", "04600001000106"), new("37", "10"), new("3103", "000012500")).ToString().Should().Be("020460000100010637103103000012500");
    }

    [TestMethod]
    [DataRow("01=04600001000107;21=5x<K9z", "*check digit*")]
    [DataRow("01=04600001000113;21=5x K9z", "*not allowed*")]
    [DataRow("01=04600001000113;21=5x<GS>3012", "*stands for a separator*")]
    [DataRow("01=04600001000113;21=5x<K9 ", "*21*not allowed*")]
    [DataRow("01=04600001000113;21=", "*21*empty*")]
    [DataRow("01=04600001000113;21=5x<K9z93zZ0=", "*read back as others*")]
    [DataRow("01=04600001000113;21=5x<K9z␝93zZ0=", "*21*not allowed*")]
    [DataRow("0A=04600001000113", "*not an application identifier*")]
    [DataRow("310=000350", "*not an application identifier*")]
    [DataRow("01=04600001000113;21=5x<K9z;3103=0003509312", "*read back as others*")]
    [DataRow("", "*no code*")]
    public void Fields_that_make_no_code_are_refused_with_the_cause(string fields, string message)
    {
        var elements = fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(pair => new MarkingElement(pair[0], MarkingRow.Gs(pair[1])));

        FluentActions.Invoking(() => MarkingCode.Build(elements)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [TestMethod]
    [DataRow("4600001000168", "hR-4_tZ", 0, "Wm2=", "*pass 14 digits*")]
    [DataRow("04600001000169", "hR-4_tZ", 0, "Wm2=", "*check digit*")]
    [DataRow("04600001000168", "hR-4_t", 0, "Wm2=", "*pass 7*")]
    [DataRow("04600001000168", "hR-4_tZ", 0, "Wm2", "*pass 4*")]
    [DataRow("04600001000168", "hR-4_tZ", -1, "Wm2=", "*kopecks*")]
    [DataRow("04600001000168", "hR-4_tZ", 40960000, "Wm2=", "*kopecks*")]
    [DataRow("04600001000168", "hR#4_tZ", 0, "Wm2=", "*not allowed*")]
    public void Parts_that_make_no_pack_are_refused_with_the_cause(string gtin, string serial, int kopecks, string check, string message) =>
        FluentActions.Invoking(() => MarkingCode.BuildPack(gtin, serial, kopecks, check)).Should().Throw<ArgumentException>().WithMessage(message);

    [TestMethod]
    [DataRow("0460000100010", '6')]
    [DataRow("14600001000000001", '1')]
    [DataRow("460000100010", '6')]
    [DataRow("0000000", '0')]
    public void Check_digit_weighs_from_the_right(string digits, char check)
    {
        CheckDigit.Of(digits).Should().Be(check);
        CheckDigit.IsValid(digits + check).Should().BeTrue();
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("A")]
    [DataRow("460000100010A")]
    [DataRow("A600001000106")]
    [DataRow("4600001000107")]
    public void What_is_no_number_or_ends_wrongly_has_no_valid_check_digit(string number) =>
        CheckDigit.IsValid(number).Should().BeFalse();

    [TestMethod]
    public void Check_digit_of_something_else_than_digits_is_refused() =>
        FluentActions.Invoking(() => CheckDigit.Of("46A")).Should().Throw<ArgumentException>().WithMessage("*46A*");

    [TestMethod]
    [DataRow("AAA")]
    [DataRow("AAAAA")]
    [DataRow("AA(A")]
    [DataRow("AAЯA")]
    public void What_is_no_price_is_not_decoded(string text) =>
        MaxRetailPrice.TryDecode(text, out _).Should().BeFalse();
}
