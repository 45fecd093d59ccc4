using Faults.Harness;

namespace Faults.Kills;

/// <summary>The home of a server that works with the emulated marking system, with all waits shortened.</summary>
internal static class KillHome
{
    /// <summary>The connector's id.</summary>
    public const string Connector = "ChestnyZnak";

    public static ServerPlan Plan(string folder, MarkingSystem system, string jobs) => new()
    {
        Folder = folder,
        ConnectorsText = Connectors(system),
        Signers = """{ "signers": [ { "name": "test", "type": "test" } ] }""",
        Jobs = jobs,
        Variables = new Dictionary<string, string> { ["Server__ExchangeLease"] = "00:00:02" },
    };

    // The waiting time after a lost answer must be longer than the marking system may still hold the request.
    private static string Connectors(MarkingSystem system) => $$"""
        { "connectors": [ { "id": "{{Connector}}", "type": "ChestnyZnak", "timeout": "00:01:00", "gate": 50, "queue": 100, "settings": {
            "organisations": [ { "inn": "{{system.Inn}}", "contour": "sandbox", "productGroups": [ "milk" ], "signer": "test", "omsId": "{{system.OmsId}}", "omsConnection": "{{system.OmsConnection}}", "exclusive": true } ],
            "sandbox": { "trueApi": "{{system.Address}}true-api", "suz": "{{system.Address}}suz", "cdn": "{{system.Address}}cdn" },
            "limits": { "connect": "00:00:02", "read": "00:00:02", "create": "00:00:02", "codes": "00:00:02", "signIn": "00:00:03", "repeats": 1, "repeatPause": "00:00:00.2", "trueApiPerSecond": 50, "suzPerSecond": 100 },
            "documents": { "searchLimit": "00:00:05", "runTime": "00:00:03" },
            "suz": { "batch": 10, "lastPortion": 5, "waitingTime": "00:00:04", "missingTime": "00:00:08", "lockTime": "00:00:04", "searchTime": "00:00:04" }
        } } ] }
        """;
}
