using Cleverence.Connectivity;

namespace Unit.Tests.Abstractions;

[TestClass]
public sealed class ConnectorErrorTests
{
    [TestMethod]
    public void Message_is_one_line_of_at_most_200_characters()
    {
        var error = new ConnectorError(ConnectorErrorCode.Failed, "first line\r\n\tsecond " + new string('я', 300));
        error.Message.Should().HaveLength(200).And.StartWith("first line second я").And.EndWith("…");
    }

    [TestMethod]
    public void Cut_never_splits_a_surrogate_pair() =>
        char.IsHighSurrogate(new ConnectorError(ConnectorErrorCode.Failed, new string('x', 198) + "😀😀").Message[^2]).Should().BeFalse();

    [TestMethod]
    [DataRow("ru", "Нет")]
    [DataRow("ru-RU", "Нет")]
    [DataRow("en", "No")]
    [DataRow(null, "No")]
    public void Language_chooses_the_sentence(string? language, string message) =>
        new ConnectorError(ConnectorErrorCode.Rejected, "No") { MessageRu = "Нет" }.MessageFor(language).Should().Be(message);
}
