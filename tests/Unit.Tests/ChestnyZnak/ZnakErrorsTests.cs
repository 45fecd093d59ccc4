using System.Text;
using Cleverence.Connectivity;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class ZnakErrorsTests
{
    [TestMethod]
    [DataRow("""{"error_message":"Неверный ИНН"}""", null, "Неверный ИНН", DisplayName = "True API")]
    [DataRow("""{"error_message":"Неверный ИНН","code":17,"description":"inn"}""", "17", "Неверный ИНН (inn)", DisplayName = "True API with extra fields")]
    [DataRow("""[{"cisInfo":{"requestedCis":"A1"},"errorMessage":"не найден","errorCode":"404"}]""", "404", "A1: не найден", DisplayName = "a list with a result for each code")]
    [DataRow("""[{"cisInfo":{"requestedCis":"A1"},"errorCode":504}]""", "504", "", DisplayName = "a list without texts")]
    [DataRow("""{"fieldErrors":[{"fieldName":"gtin","fieldError":"нет карточки","errorCode":1170}],"globalErrors":[],"success":false}""", "1170", "gtin: нет карточки", DisplayName = "order station, field")]
    [DataRow("""{"fieldErrors":[],"globalErrors":[{"error":"лимит заказов","errorCode":"2010"}],"success":false}""", "2010", "лимит заказов", DisplayName = "order station, object")]
    [DataRow("""{"globalErrors":["подпись неверна"],"success":false}""", null, "подпись неверна", DisplayName = "order station, plain string")]
    [DataRow("""{"code":5000,"description":"верификация недоступна"}""", "5000", "верификация недоступна", DisplayName = "permissive mode")]
    [DataRow("""{"error":"invalid_token","error_description":"Token expired"}""", "invalid_token", "Token expired", DisplayName = "gateway")]
    [DataRow("""{"error":"Not Found"}""", "Not Found", "Not Found", DisplayName = "gateway without description")]
    [DataRow("Bad Gateway", null, "Bad Gateway", DisplayName = "plain text")]
    [DataRow("", null, "", DisplayName = "empty")]
    [DataRow("<html><body><h1>503</h1></body></html>", null, "", DisplayName = "a page")]
    [DataRow("<error><code>401</code></error>", null, "", DisplayName = "XML")]
    [DataRow("""{"error_message":"Неверный""", null, "", DisplayName = "truncated JSON")]
    [DataRow("java.lang.NullPointerException\n\tat ru.crpt.Gate.pass(Gate.java:7)", null, "", DisplayName = "stack trace")]
    [DataRow("""{"error_message":"Ошибка java.lang.IllegalState\n\tat ru.crpt.Gate.pass(Gate.java:7)"}""", null, "Ошибка java.lang.IllegalState", DisplayName = "stack trace inside a message")]
    [DataRow("""{"unexpected":true}""", null, "", DisplayName = "another object")]
    public void A_refusal_is_read_in_any_form(string body, string? code, string text)
    {
        var failure = ZnakErrors.Read(Answer(400, body));

        failure.Code.Should().Be(code);
        failure.Text.Should().Be(text);
    }

    [TestMethod]
    public void The_first_form_that_fits_is_taken()
    {
        var failure = ZnakErrors.Read(Answer(400, """{"code":"1","description":"второе","error":"третье","error_message":"первое"}"""));

        failure.Text.Should().StartWith("первое");
    }

    [TestMethod]
    public void All_single_errors_are_kept()
    {
        var failure = ZnakErrors.Read(Answer(400, """{"fieldErrors":[{"fieldName":"a","fieldError":"x","errorCode":1},{"fieldName":"b","fieldError":"y","errorCode":"2"}],"globalErrors":["z"]}"""));

        failure.Items.Select(item => $"{item.Field}/{item.Code}/{item.Text}").Should().Equal("//z", "a/1/x", "b/2/y");
    }

    [TestMethod]
    public void The_log_keeps_two_kilobytes_of_a_body()
    {
        var failure = ZnakErrors.Read(Answer(500, $"<html>{new string('x', 10_000)}"));

        failure.Raw.Length.Should().BeInRange(2048, 2100);
        failure.Text.Should().BeEmpty();
    }

    [TestMethod]
    public void The_check_part_of_a_code_reaches_neither_a_person_nor_the_log()
    {
        var failure = ZnakErrors.Read(Answer(400, """{"error_message":"Код 0104600001000106215Ab!cD/eF+2gH\u001d93Ab1+ неверен"}"""));

        failure.Text.Should().Contain("5Ab!cD/eF+2gH…").And.NotContain("93Ab1+");
        failure.Raw.Should().NotContain("93Ab1+");
    }

    [TestMethod]
    [DataRow(400, ConnectorErrorCode.Rejected, "REJECTED")]
    [DataRow(401, ConnectorErrorCode.AccessDenied, "AUTH_FAILED")]
    [DataRow(402, ConnectorErrorCode.Rejected, "BILLING")]
    [DataRow(403, ConnectorErrorCode.Rejected, "NO_RIGHTS")]
    [DataRow(404, ConnectorErrorCode.Rejected, "NOT_FOUND")]
    [DataRow(406, ConnectorErrorCode.Rejected, "REJECTED")]
    [DataRow(409, ConnectorErrorCode.Rejected, "REJECTED")]
    [DataRow(410, ConnectorErrorCode.Rejected, "UPGRADE_NEEDED")]
    [DataRow(413, ConnectorErrorCode.Rejected, "WRONG_SIGNATURE_FORM")]
    [DataRow(414, ConnectorErrorCode.Rejected, "REJECTED")]
    [DataRow(422, ConnectorErrorCode.Rejected, "REJECTED")]
    [DataRow(429, ConnectorErrorCode.Busy, "LIMIT_EXCEEDED")]
    [DataRow(500, ConnectorErrorCode.Unavailable, "REMOTE_FAULT")]
    [DataRow(504, ConnectorErrorCode.Unavailable, "REMOTE_FAULT")]
    public void Each_status_has_its_meaning(int status, ConnectorErrorCode code, string reason)
    {
        var error = ZnakFailures.ErrorOf(Answer(status, """{"error_message":"нет"}"""), new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, "/x"));

        error.Code.Should().Be(code);
        error.Reason.Should().Be(reason);
        error.MessageRu.Should().NotBeNullOrEmpty();
    }

    [TestMethod]
    [DataRow(nameof(CallClass.SafeRead), false)]
    [DataRow(nameof(CallClass.StateChangingRead), true)]
    [DataRow(nameof(CallClass.IrreversibleWrite), true)]
    public void A_fault_of_the_other_side_leaves_what_changes_in_doubt(string kind, bool inDoubt)
    {
        var error = ZnakFailures.ErrorOf(Answer(503, ""), new ZnakRequest(ZnakService.Suz, HttpMethod.Get, "/x") { Class = Enum.Parse<CallClass>(kind) });

        error.InDoubt.Should().Be(inDoubt);
        error.Retryable.Should().Be(!inDoubt);
    }

    private static ZnakAnswer Answer(int status, string body) => new(status, Encoding.UTF8.GetBytes(body), "application/json");
}
