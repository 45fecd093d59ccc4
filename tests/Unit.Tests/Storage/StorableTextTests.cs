using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class StorableTextTests
{
    [TestMethod]
    [DataRow(null, null)]
    [DataRow("Остатки 😀", "Остатки 😀")]
    [DataRow("a\0b", "ab")]
    [DataRow("cut \uD83D", "cut \uFFFD")]
    [DataRow("\uDE00\uD83D!", "\uFFFD\uFFFD!")]
    [DataRow("\uD83D\uD83D\uDE00", "\uFFFD\uD83D\uDE00")]
    public void Half_characters_are_replaced_and_zeros_left_out(string? text, string? stored) => StorableText.Of(text).Should().Be(stored);
}
