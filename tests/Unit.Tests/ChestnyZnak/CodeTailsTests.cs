using System.Text;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

/// <summary>The check part of a code is worth money: no error and no log shows it, in whatever form the other side repeats the code.</summary>
[TestClass]
public sealed class CodeTailsTests
{
    private const string LongTail = "91EE0692dGVzdGVzdGVzdGVzdGVzdGVzdGVzdGVzdGVzdGVzdGU=";

    [TestMethod]
    [DataRow("""{"error_message":"Код 04600001000182pL5%wq.AAAAn0Ty неверен"}""", "n0Ty", "04600001000182pL5%wq.AAAA", DisplayName = "a pack")]
    [DataRow("""{"error_message":"Код 04600001000168hR-4_tZAC\"8Wm2=, неверен"}""", "Wm2=", "04600001000168hR-4_tZAC", DisplayName = "a pack with a quotation mark")]
    [DataRow("""{"error_message":"нет","codes":["00000040100005aB3+xY9ABzUKp7/"]}""", "Kp7/", "00000040100005aB3+xY9ABzU", DisplayName = "a pack in a list")]
    [DataRow("04600001000182pL5%wq.AAAAn0Ty неверен", "n0Ty", "04600001000182pL5%wq.AAAA", DisplayName = "a pack in plain text")]
    [DataRow("<error>04600001000182pL5%wq.AAAAn0Ty</error>", "n0Ty", "04600001000182pL5%wq.AAAA", DisplayName = "a pack in XML")]
    [DataRow("""{"error_message":"Код 0104600001000106215Ab!cD/eF+2gH93Zq1+ неверен"}""", "93Zq1+", "0104600001000106215Ab!cD", DisplayName = "a code without its separator")]
    [DataRow("""{"error_message":"(0104600001000106215Ab!cD/eF+2gH93Zq1+)"}""", "93Zq1+", "0104600001000106215Ab!cD", DisplayName = "a code without its separator, in brackets")]
    [DataRow("""{"error_message":"нет","cis":"0104600001000106215Ab!cD/eF+2gH""" + LongTail + "\"}", "dGVzdGVz", "0104600001000106215Ab!cD", DisplayName = "a long tail without separators")]
    [DataRow("""{"error_message":"нет","cis":"0104600001000106215Ab!cD/eF+2gH\u001d93A\"1+"}""", "1+", "0104600001000106215Ab!cD/eF+2gH", DisplayName = "a tail with a quotation mark")]
    [DataRow("GET /codes?cis=0104600001000106215Ab!cD/eF+2gH%1D93Zq1+", "Zq1+", "0104600001000106215Ab!cD/eF+2gH", DisplayName = "a separator in an address")]
    public void A_tail_reaches_neither_a_person_nor_the_log(string body, string tail, string shown)
    {
        var failure = ZnakErrors.Read(new ZnakAnswer(400, Encoding.UTF8.GetBytes(body), null));

        failure.Text.Should().NotContain(tail);
        failure.Raw.Should().NotContain(tail).And.Contain(shown);
    }

    [TestMethod]
    [DataRow("""{"error_message":"Нет карточки 04600001000168","productGroup":"milk","gtin":"04600001000168"}""")]
    [DataRow("""{"error_message":"Код 0104600001000106215Ab!cD/eF+2gH не найден","inn":"7707083893","id":"1d2f0c5e-0000-4000-8000-000000000001"}""")]
    [DataRow("""{"error_message":"Код 04600001000182pL5%wq.AAAA, 2026-11-22T12:00:00.000+03:00 (12)"}""")]
    public void What_is_no_tail_stays(string body) => ZnakErrors.Read(new ZnakAnswer(400, Encoding.UTF8.GetBytes(body), null)).Raw.Should().Be(body);
}
