using Cleverence.Connectivity;
using Connectors.Rest;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestSettingsTests
{
    [TestMethod]
    public void Everything_wrong_is_told_at_once()
    {
        var settings = RestFixture.Settings("""
            {
              "baseAddress": "erp", "timeout": "30",
              "templates": [
                { "class": "Stock", "method": "GetRest", "verb": "FETCH", "path": "http://evil/{item", "safety": "Sometimes" },
                { "class": "stock", "method": "getrest", "path": "/a?b=1", "body": { "x": "{y}" } }
              ]
            }
            """);

        var making = () => new RestConnector(settings).Dispose();

        making.Should().Throw<ConnectorSettingsException>().Which.Problems.Select(problem => (problem.Field, problem.Code)).Should().BeEquivalentTo(
        [
            ("baseAddress", "ADDRESS_UNREADABLE"), ("timeout", "DURATION_UNREADABLE"), ("templates[0].verb", "CHOICE_UNKNOWN"), ("templates[0].path", "PATH_HAS_HOST"),
            ("templates[0].path", "PLACE_UNREADABLE"), ("templates[0].safety", "CHOICE_UNKNOWN"), ("templates[1].method", "METHOD_TWICE"), ("templates[1].path", "PATH_HAS_QUERY"),
            ("templates[1].verb", "BODY_NOT_ALLOWED"),
        ]);
    }

    [TestMethod]
    public void A_doubled_brace_is_the_brace_itself()
    {
        var template = TextTemplate.Parse("{{a}} {b}", out _)!;

        template.Render(name => $"<{name}>").Should().Be("{a} <b>");
        template.Names.Should().Equal("b");
    }
}
