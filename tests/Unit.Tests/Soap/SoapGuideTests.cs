using System.Text.RegularExpressions;
using Connectors.Soap;
using Newtonsoft.Json.Linq;
using Unit.Tests.House;

namespace Unit.Tests.Soap;

/// <summary>Every setup on the pages makes a connector.</summary>
[TestClass]
public sealed partial class SoapGuideTests
{
    [TestMethod]
    [DataRow("Connectors/Soap/README.md", 1)]
    [DataRow("docs/guide/soap.md", 4)]
    public void Setups_on_the_page_work(string page, int expected)
    {
        var blocks = JsonPattern().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(block => JObject.Parse(block.Groups["text"].Value)).ToList();

        blocks.Should().HaveCount(expected).And.AllSatisfy(block =>
        {
            var settings = (JObject?)(block["settings"] ?? block.SelectToken("connectors[0].settings")) ?? block;
            if (settings.SelectToken("auth.password") is JObject secret) secret.Replace("secret");
            if (settings["wsdl"] is not null) settings["wsdl"] = Wsdls.PathOf("terminal-gate.wsdl");
            using var connector = new SoapConnector(SoapSettingsTests.Settings(settings.ToString().Replace("'", "&apos;", StringComparison.Ordinal).Replace('"', '\'').Replace("&apos;", "\\u0027", StringComparison.Ordinal)));
            connector.Methods.Should().Contain(method => method.MethodName == "GetRemains");
        });
    }

    [GeneratedRegex("^```json\\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonPattern();
}
