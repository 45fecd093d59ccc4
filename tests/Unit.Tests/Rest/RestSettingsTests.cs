using Connectors.Rest;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestSettingsTests
{
    [TestMethod]
    public void Everything_wrong_is_reported_at_once_with_place_value_and_cure()
    {
        var settings = RestFixture.Settings("""
            {
              "baseAddress": "erp", "timeout": "30", "headers": { "X Bad": "1" },
              "templates": [
                { "class": "Stock", "method": "GetRest", "verb": "FETCH", "path": "http://evil/{item", "safety": "Sometimes", "resultType": "double", "timeLimit": "5", "result": "$[" },
                { "class": "stock", "method": "getrest", "path": "/a?b=1", "body": { "x": "{y}" }, "parameters": [ { "name": "unused", "type": "int" }, { "name": "y", "optional": true } ] },
                { "method": "", "path": "" }
              ]
            }
            """);

        var making = () => new RestConnector(settings).Dispose();

        var text = making.Should().Throw<InvalidOperationException>().Which.Message;
        text.Should().ContainAll(
            "baseAddress: This is not a whole address. Write http://",
            "timeout: '30' is not a duration above zero. Write it as hh:mm:ss",
            "headers.X Bad",
            "templates[0] 'Stock.GetRest', verb 'FETCH': write one of GET",
            "path 'http://evil/{item': write a path only",
            "path 'http://evil/{item': the brace at character 13 has no partner",
            "safety 'Sometimes': write Safe, Keyed or Unsafe",
            "resultType 'double': write one of boolean",
            "timeLimit '5'",
            "result '$[': this is not a JSONPath",
            "templates[1] 'stock.getrest', method 'getrest': another template has this class and name",
            "path '/a?b=1': put what follows ? into \"query\"",
            "body 'GET': this verb carries no body",
            "parameters.unused.type 'int': write one of",
            "parameters 'unused': no place {unused} uses it",
            "templates[2] '', method '': give the method a name",
            "path '': write the path below baseAddress");
    }

    [TestMethod]
    [DataRow("""{"method":"M","path":"/{x}","parameters":[{"name":"x","optional":true}]}""", "cannot be optional")]
    [DataRow("""{"method":"M","path":"/","query":{"q":"{x}"},"parameters":[{"name":"x","type":"table"}]}""", "only be a whole value of the body")]
    [DataRow("""{"method":"M","path":"/{Товар}","parameters":[{"name":"item","aliases":["товар"]}]}""", "write {item}")]
    [DataRow("""{"method":"M","path":"/{x}","parameters":[{"name":"x"},{"name":"X"}]}""", "another parameter has this name")]
    [DataRow("""{"method":"M","path":"/a/../b"}""", "without . and .. segments")]
    [DataRow("""{"method":"M","verb":"POST","path":"/","body":"{not json"}""", "it is not JSON")]
    [DataRow("""{"method":"M","verb":"POST","path":"/","body":{"a":"}"}}""", "has no partner")]
    [DataRow("""{"method":"M","verb":"POST","path":"/","headers":{"Content-Type":"text/xml"}}""", "JSON only")]
    [DataRow("""{"method":"M","aliases":["m"],"path":"/"}""", "another template has this class and name")]
    public void A_wrong_template_is_refused_with_its_cure(string template, string cure)
    {
        var settings = RestFixture.Settings($$"""{"baseAddress":"http://erp","templates":[{{template}}]}""");

        var making = () => new RestConnector(settings).Dispose();

        making.Should().Throw<InvalidOperationException>().WithMessage($"*'M'*{cure}*");
    }

    [TestMethod]
    public void Settings_without_templates_are_refused()
    {
        var making = () => new RestConnector(RestFixture.Settings("""{"baseAddress":"http://erp"}""")).Dispose();

        making.Should().Throw<InvalidOperationException>().WithMessage("*templates is empty*");
    }

    [TestMethod]
    public void A_doubled_brace_is_the_brace_itself()
    {
        var template = TextTemplate.Parse("{{a}} {b}", out _)!;

        template.Render(name => $"<{name}>").Should().Be("{a} <b>");
        template.Places.Should().Equal("b");
    }
}
