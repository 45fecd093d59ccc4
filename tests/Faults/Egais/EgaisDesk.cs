using System.Text.Json;
using System.Text.Json.Nodes;
using Faults.Harness;

namespace Faults.Egais;

/// <summary>The calls of a person: what there is, what is written, and what is done next.</summary>
internal sealed class EgaisDesk(Server server)
{
    /// <summary>All documents; null when the server does not answer.</summary>
    public async Task<IReadOnlyList<EgaisPaper>?> PapersAsync()
    {
        var all = new List<EgaisPaper>();
        foreach (var fsrarId in (string[])[UtmSystem.A, UtmSystem.B])
        {
            var answer = await CallAsync("EgaisExchange", "ListDocuments", new JsonObject { ["filter"] = fsrarId, ["limit"] = 1000 });
            if (answer is not { } told || !told.TryGetProperty("value", out var list)) return null;
            all.AddRange(list.EnumerateArray().Select(Of));
        }

        return all;
    }

    public Task<JsonElement?> SaveAsync(string id, string kind, JsonObject payload) =>
        CallAsync("EgaisDocuments", "Save", new JsonObject { ["kind"] = kind, ["organisation"] = UtmSystem.A, ["payload"] = payload, ["document"] = id });

    public Task<JsonElement?> PrepareAsync(string id, string action, JsonObject? extra = null) =>
        CallAsync("EgaisExchange", "PrepareForTransfer", new JsonObject { ["items"] = id, ["nextAction"] = action, ["extra"] = extra });

    /// <summary>Asks for the stock of the consignee: the registry is asked once an hour at most, however often this is called.</summary>
    public Task<JsonElement?> AskStockAsync() => CallAsync("EgaisQueries", "RequestRests", new JsonObject { ["fsrarId"] = UtmSystem.B });

    /// <summary>Whether the answer about the stock has come.</summary>
    public async Task<bool> HasStockAsync() =>
        await CallAsync("EgaisQueries", "GetRests", new JsonObject { ["fsrarId"] = UtmSystem.B }) is { } answer && answer.TryGetProperty("value", out var rests) && rests.GetProperty("receivedAt").ValueKind != JsonValueKind.Null;

    /// <summary>The errors in the protocol of a document.</summary>
    public async Task<IReadOnlyList<(string Code, string Text)>> ErrorsAsync(string document) =>
        await CallAsync("EgaisExchange", "GetProtocol", new JsonObject { ["document"] = document }) is { } answer && answer.TryGetProperty("value", out var entries)
            ? [.. entries.EnumerateArray().Select(entry => (Text(entry, "errorCode"), Text(entry, "errorText"))).Where(error => error.Item1.Length > 0)]
            : [];

    private static EgaisPaper Of(JsonElement row) => new(Text(row, "document"), Text(row, "fsrarId"), Text(row, "kind"), Text(row, "number"), Text(row, "state")) { RegId = Text(row, "regId") };

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private Task<JsonElement?> CallAsync(string room, string method, JsonObject args) =>
        server.Api.TryCallAsync(EgaisHome.Connector, new JsonObject { ["class"] = room, ["method"] = method, ["args"] = args }.ToJsonString());
}
