using System.Text.Json.Nodes;

namespace Integration.Tests.Transport;

/// <summary>One column of the failure matrix: how a connector is set up before a fault, and how its three kinds of method are called.</summary>
/// <param name="Name">Its name in the matrix.</param>
/// <param name="Type">Its type in <c>connectors.json</c>.</param>
/// <param name="Settings">Its own settings as JSON; what all connectors over HTTP share is added.</param>
/// <param name="Call">The body of the call of its method with a safety: <c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>.</param>
public sealed record MatrixConnector(string Name, string Type, string Settings, Func<string, string> Call)
{
    /// <summary>The path below the proxy's address that <c>baseAddress</c> ends with.</summary>
    public string Path { get; init; } = "";

    /// <summary>Which requests are of the call itself, where the connector also fetches a description; that one passes through to the emulated 1C base.</summary>
    public Func<Emulators.Faults.ProxiedRequest, bool>? When { get; init; }

    /// <summary>The rows of its own, in place of those of the matrix with the same fault and safety.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; init; } = [];

    /// <summary>The row of the matrix as it is for this connector.</summary>
    public MatrixRow RowOf(MatrixRow row) => Rows.FirstOrDefault(own => own.Fault == row.Fault && own.Safety == row.Safety) ?? row;

    /// <summary>The entry of <c>connectors.json</c> for one fault. The breaker is off, so that each case meets the fault itself.</summary>
    public JsonNode Entry(string id, Uri address)
    {
        var settings = JsonNode.Parse(Settings)!.AsObject();
        settings["baseAddress"] = address.GetLeftPart(UriPartial.Authority) + Path;
        settings["timeout"] = "00:00:02";
        settings["connectTimeout"] = "00:00:00.5";
        settings["maxResponseBytes"] = 65536;
        settings["retry"] = JsonNode.Parse("""{ "count": 2, "delay": "00:00:00.05", "maxDelay": "00:00:00.2" }""");
        settings["redirects"] = JsonNode.Parse("""{ "follow": "same" }""");
        return new JsonObject { ["id"] = id, ["type"] = Type, ["timeout"] = "00:00:20", ["breaker"] = JsonNode.Parse("""{ "failures": 0 }"""), ["settings"] = settings };
    }
}
