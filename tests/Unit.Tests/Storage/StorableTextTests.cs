using System.Text.RegularExpressions;
using Server.Storage;

namespace Unit.Tests.Storage;

/// <summary>The rows are written with escapes: an attribute cannot hold half a character.</summary>
[TestClass]
public sealed class StorableTextTests
{
    [TestMethod]
    [DataRow("Остатки 😀", "Остатки 😀")]
    [DataRow(@"a\u0000b", "ab")]
    [DataRow(@"cut \uD83D", "cut \uFFFD")]
    [DataRow(@"\uDE00\uD83D!", "\uFFFD\uFFFD!")]
    [DataRow(@"\uD83D\uD83D\uDE00", "\uFFFD😀")]
    public void Half_characters_are_replaced_and_zeros_left_out(string text, string stored) => StorableText.Of(Regex.Unescape(text)).Should().Be(stored);
}
