using System.Text.Json;

namespace Integration.Tests.Api;

[TestClass]
public sealed class ConnectorCheckTests
{
    private const string Connectors = """
        { "connectors": [
          { "id": "Hello", "type": "Hello" },
          { "id": "Broken", "type": "Hello", "gate": 0 },
          { "id": "Off", "type": "Hello", "enabled": false } ] }
        """;

    private static async Task<JsonElement> CheckAsync(ServerProcess server, string id, string language)
    {
        var answer = await server.Client.PostAsync($"/api/v1/connectors/{id}/check", null, ("Accept-Language", language));
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json;
    }

    [TestMethod]
    public async Task A_check_tells_the_state_the_problems_and_the_methods_in_the_callers_language()
    {
        await using var server = await ServerProcess.StartAsync(new ServerSetup { Connectors = Connectors });

        var good = await CheckAsync(server, "Hello", "en");
        var broken = await CheckAsync(server, "Broken", "ru");
        var off = await CheckAsync(server, "Off", "en");
        var unknown = await server.Client.PostAsync("/api/v1/connectors/Nobody/check", null);

        good.GetProperty("ok").GetBoolean().Should().BeTrue();
        good.GetProperty("methods").GetArrayLength().Should().BePositive();
        broken.GetProperty("ok").GetBoolean().Should().BeFalse();
        broken.GetProperty("state").GetString().Should().Be("Faulted");
        var problem = broken.GetProperty("problems")[0];
        (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()).Should().Be(("ENTRY_WRONG", "connectors[1].gate"));
        problem.GetProperty("nextStep").GetString().Should().StartWith("Исправьте");
        off.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("DISABLED");
        (unknown.Status, unknown.Code).Should().Be((404, "ConnectorNotFound"));
    }

    [TestMethod]
    public async Task Only_a_key_of_an_administrator_may_check()
    {
        await using var server = await ServerProcess.StartAsync(new ServerSetup { Connectors = Connectors });
        var made = await server.Client.PostAsync("/api/v1/keys", """{ "name": "scanner", "connectors": ["Hello"] }""");
        var scanner = made.Json.GetProperty("plain").GetString();

        var refused = await server.Client.PostAsync("/api/v1/connectors/Hello/check", null, ("X-Api-Key", scanner));

        refused.Status.Should().Be(403);
    }
}
