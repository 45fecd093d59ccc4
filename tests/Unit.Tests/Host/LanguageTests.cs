using Microsoft.AspNetCore.Http;
using Server.Api;

namespace Unit.Tests.Host;

[TestClass]
public sealed class LanguageTests
{
    [TestMethod]
    [DataRow(null, null)]
    [DataRow("ru", "ru")]
    [DataRow("ru-RU,en;q=0.8", "ru")]
    [DataRow("en, ru;q=0.5", null)]
    [DataRow("en;q=0.3, ru;q=0.5", "ru")]
    [DataRow("de", null)]
    [DataRow("ru;q=0", null)]
    [DataRow("ru;q=oops", null)]
    public void Russian_is_chosen_when_it_is_preferred(string? header, string? expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = header;

        Language.Of(request).Should().Be(expected);
    }
}
