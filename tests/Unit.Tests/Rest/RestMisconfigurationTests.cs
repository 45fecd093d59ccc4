using Cleverence.Connectivity;
using Connectors.Rest;
using Newtonsoft.Json.Linq;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestMisconfigurationTests
{
    private const string Secret = "SECRET-";

    [TestMethod]
    [DynamicData(nameof(Cases), DynamicDataDisplayName = nameof(NameOf))]
    public void A_misconfiguration_is_told_with_field_cause_and_next_step(Misconfiguration wrong)
    {
        var settings = RestFixture.Settings(Filled(wrong.Settings));

        var making = () => new RestConnector(settings).Dispose();

        var problems = making.Should().Throw<ConnectorSettingsException>().Which.Problems;
        var problem = problems.Should().ContainSingle().Subject;
        problem.Should().Be(new ConnectorProblem(wrong.Code, wrong.Field, wrong.Message, wrong.NextStep) { MessageRu = wrong.MessageRu, NextStepRu = wrong.NextStepRu });
        problem.ToString().Should().NotContain(Secret);
        making.Should().Throw<ConnectorSettingsException>().Which.Message.Should().NotContain(Secret);
    }

    public static string NameOf(System.Reflection.MethodInfo method, object[] row) => ((Misconfiguration)row[0]).Name.Replace('_', ' ');

    private static IEnumerable<object[]> Cases() => Misconfiguration.All.Select(wrong => new object[] { wrong });

    // Every case also has secrets where people put them.
    private static string Filled(string settings)
    {
        var filled = JObject.Parse(settings);
        filled["baseAddress"] = "http://erp.local:8080/api";
        filled["auth"] = JObject.FromObject(new { type = "apiKey", name = "X-Key", value = $"{Secret}1" });
        filled["headers"] = JObject.FromObject(new { token = $"{Secret}2" });
        return filled.ToString();
    }
}
