using Faults.Harness;
using Faults.Schedule;

namespace Faults.Egais;

/// <summary>The home of a server that works with the emulated UTMs, with all waits shortened.</summary>
internal static class EgaisHome
{
    /// <summary>The connector's id.</summary>
    public const string Connector = "Egais";

    /// <summary>The job that runs the exchange.</summary>
    public const string Job = "exchange";

    public static ServerPlan Plan(string folder, UtmSystem system) => new()
    {
        Folder = folder,
        ConnectorsText = Connectors(system),
        Jobs = Jobs.File([Jobs.Period(Job, $"{Connector}:EgaisExchange.RunExchange", 1)]),
        Variables = new Dictionary<string, string> { ["Server__ExchangeLease"] = "00:00:02", ["Server__ExchangeIncomingRetry"] = "00:00:02" },
    };

    // The wait before a lost document may be called absent must be longer than the UTM may still hold the request.
    private static string Connectors(UtmSystem system) => $$"""
        { "connectors": [ { "id": "{{Connector}}", "type": "Egais", "timeout": "00:01:00", "gate": 50, "queue": 100, "settings": {
            "organisations": [ {{Organisation(system, UtmSystem.A)}}, {{Organisation(system, UtmSystem.B)}} ],
            "limits": { "connect": "00:00:02", "verifyWait": "00:00:03", "runTime": "00:00:05", "runLease": "00:00:02" },
            "queries": { "answerWait": "00:00:20" }
        } } ] }
        """;

    private static string Organisation(UtmSystem system, string fsrarId) => $$"""{ "fsrarId": "{{fsrarId}}", "host": "127.0.0.1", "port": {{system.Addresses[fsrarId].Port}}, "timeout": "00:00:02", "exclusive": true }""";
}
