using Cleverence.Connectivity;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class JsonAnswerTests
{
    [TestMethod]
    public void A_web_page_in_place_of_json_names_cause_and_next_step()
    {
        var reading = () => JsonAnswer.Read(Answer("text/html", "<!doctype html><title>Вход</title>"));

        var error = reading.Should().Throw<ConnectorException>().Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        error.Reason.Should().Be("NOT_JSON");
        error.Message.Should().Contain("erp:80").And.Contain("a web page").And.Contain("Check baseAddress");
        error.MessageRu.Should().Contain("веб-страница");
        error.Detail.Should().Contain("Вход");
    }

    [TestMethod]
    public void Broken_json_of_a_change_is_in_doubt()
    {
        var reading = () => JsonAnswer.Read(Answer("application/json", """{"a":""") with { ReadsOnly = false });

        reading.Should().Throw<ConnectorException>().Which.Error.InDoubt.Should().BeTrue();
    }

    [TestMethod]
    public void An_empty_answer_is_nothing() => JsonAnswer.Read(Answer("", " ")).Should().BeNull();

    private static AnswerFacts Answer(string type, string text) => new("erp:80", true, 200, type, text);
}
