using Emulators.Rest;
using Newtonsoft.Json.Linq;

namespace Integration.Tests.Rest;

/// <summary>A server whose connectors speak REST with the emulator.</summary>
internal static class RestServer
{
    public static Task<ServerProcess> StartAsync(IEnumerable<JObject> connectors) =>
        ServerProcess.StartAsync(new ServerSetup { Connectors = new JObject { ["connectors"] = new JArray(connectors) }.ToString() });

    public static JObject Connector(string id, RestEmulator emulator, IEnumerable<JObject> templates, JObject? auth = null) => new()
    {
        ["id"] = id,
        ["type"] = "Rest",
        ["gate"] = 64,
        // The breaker is off: a failure of one test is not another one's.
        ["breaker"] = new JObject { ["failures"] = 0 },
        ["settings"] = new JObject { ["baseAddress"] = emulator.Address.ToString(), ["timeout"] = "00:00:10", ["auth"] = auth ?? [], ["templates"] = new JArray(templates) },
    };
}
