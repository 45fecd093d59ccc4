using System.Globalization;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class ExactDecimalTests
{
    [TestMethod]
    [DataRow("0", "0")]
    [DataRow("-1.50", "-1.50")]
    [DataRow("1e20", "100000000000000000000")]
    [DataRow("1.5e-7", "0.00000015")]
    [DataRow("-1E+3", "-1000")]
    [DataRow("79228162514264337593543950335", "79228162514264337593543950335")]
    [DataRow("0.1000000000000000000000000000000000", "0.1000000000000000000000000000")]
    [DataRow("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [DataRow("0e999", "0")]
    public void A_number_is_read_with_all_its_digits(string text, string expected)
    {
        ExactDecimal.TryParse(text, out var number).Should().BeTrue();
        number.ToString(CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("NaN")]
    [DataRow("Infinity")]
    [DataRow("")]
    [DataRow("1e")]
    [DataRow("1e999999999999")]
    [DataRow("1e30")]
    [DataRow("79228162514264337593543950336")]
    [DataRow("0.00000000000000000000000000001")]
    [DataRow("1234567890123456789012345678.12")]
    [DataRow("1.2.3")]
    [DataRow("1 2")]
    public void A_number_that_would_lose_digits_is_refused(string text) => ExactDecimal.TryParse(text, out _).Should().BeFalse();
}
