using System.Text;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmAnswersTests
{
    private const string Accepted = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<A><url>5B8E0F7A-1111-4222-8333-444455556666</url><sign>9F0C</sign><ver>2</ver></A>";
    private const string Refused = "<A><error>Документ не соответствует схеме</error><ver>2</ver></A>";
    private const string Page = "<html><body>500</body></html>";

    [TestMethod]
    [DataRow(200, Accepted, SendVerdict.Accepted, null)]
    [DataRow(201, Accepted, SendVerdict.Accepted, null)]
    [DataRow(200, Refused, SendVerdict.Refused, "UTM_REFUSED")]
    [DataRow(500, Refused, SendVerdict.Refused, "UTM_REFUSED")]
    [DataRow(500, "", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(500, Page, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(502, Page, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(500, Accepted, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(200, "<A><ver>2</ver></A>", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(200, "<A><url/><ver>2</ver></A>", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(200, "<A><url>5b8e0f7a", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(200, Page, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(200, "<!DOCTYPE A [<!ENTITY x \"y\">]><A><url>&x;</url></A>", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(302, "", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(408, "", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(404, Page, SendVerdict.Refused, "UTM_TYPE_UNKNOWN")]
    [DataRow(400, "", SendVerdict.Refused, "UTM_HTTP")]
    [DataRow(413, "", SendVerdict.Refused, "UTM_HTTP")]
    [DataRow(429, "", SendVerdict.NotSent, "UTM_HTTP")]
    [DataRow(0, "", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    [DataRow(null, "", SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN")]
    public void Every_answer_has_one_meaning(int? status, string body, SendVerdict verdict, string? reason)
    {
        var outcome = UtmAnswers.Of(status, Encoding.UTF8.GetBytes(body), "WayBill_v4", "utm:8080");

        outcome.Verdict.Should().Be(verdict);
        outcome.Error?.Reason.Should().Be(reason);
        (outcome.Error is null).Should().Be(reason is null);
    }

    [TestMethod]
    [DataRow("5b8e0f7a-1111-4222-8333-444455556666")]
    [DataRow("030000123456-5b8e0f7a-1111-4222-8333-444455556666")]
    [DataRow("5B8E0F7A111142228333444455556666")]
    public void The_request_id_is_kept_in_one_form(string written)
    {
        var outcome = UtmAnswers.Of(200, Encoding.UTF8.GetBytes($"<A><url>{written}</url><ver>2</ver></A>"), "WayBill_v4", "utm:8080");

        outcome.RequestId.Should().Be("5b8e0f7a111142228333444455556666");
        Encoding.UTF8.GetString(outcome.Reply!).Should().Contain(written);
    }

    [TestMethod]
    public void The_registry_s_own_text_is_kept()
    {
        var outcome = UtmAnswers.Of(500, Encoding.UTF8.GetBytes(Refused), "WayBill_v4", "utm:8080");

        outcome.Error!.MessageRu.Should().Be("Документ не соответствует схеме");
        outcome.Error.Detail.Should().Be("Документ не соответствует схеме");
        outcome.Reply.Should().NotBeNull();
    }

    [TestMethod]
    [DataRow(400, "Код состояния HTTP: 400")]
    [DataRow(503, "Код состояния HTTP: 503")]
    public void A_status_is_told_in_the_words_that_users_know(int status, string text) =>
        UtmAnswers.Of(status, [], "WayBill_v4", "utm:8080").Error!.MessageRu.Should().StartWith(text);

    [TestMethod]
    public void What_was_not_sent_is_told_in_the_words_that_users_know()
    {
        var outcome = UtmAnswers.Of(null, null, "WayBill_v4", "utm:8080", notSent: true);

        outcome.Verdict.Should().Be(SendVerdict.NotSent);
        outcome.Error!.MessageRu.Should().StartWith("HTTP-запрос не отправлен");
        outcome.Error.Reason.Should().Be("UTM_OFFLINE");
    }

    [TestMethod]
    [DataRow(1, 5)]
    [DataRow(2, 15)]
    [DataRow(3, 60)]
    [DataRow(4, 300)]
    [DataRow(5, 900)]
    [DataRow(50, 900)]
    public void The_pauses_between_attempts_grow(int attempt, int seconds) =>
        UtmAnswers.Of(null, null, "WayBill_v4", "utm:8080", attempt, notSent: true).After.Should().Be(TimeSpan.FromSeconds(seconds));

    [TestMethod]
    public void An_unknown_type_names_the_type() => UtmAnswers.Of(404, [], "WayBill_v9", "utm:8080").Error!.Message.Should().Contain("WayBill_v9");
}
