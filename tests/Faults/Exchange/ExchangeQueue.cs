using System.Text.Json;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Exchange;

/// <summary>The queue as a server shows it, and what a person does about it.</summary>
internal static class ExchangeQueue
{
    private static readonly string[] Final = ["Done", "DonePartly", "Rejected", "Reversed", "Cancelled"];

    /// <summary>All messages; null when the server does not answer.</summary>
    public static async Task<IReadOnlyList<LocalMessage>?> ListAsync(ServerApi api, string connector = KillHome.Connector)
    {
        var all = new List<LocalMessage>();
        while (true)
        {
            var after = all.Count == 0 ? "" : $"&after={all[^1].Id}";
            if (await api.TryGetAsync($"/api/v1/exchange/{connector}/messages?stage=all&limit=500{after}") is not { } page) return null;
            var read = page.GetProperty("messages").EnumerateArray().Select(Of).ToList();
            all.AddRange(read);
            if (read.Count < 500) return all;
        }
    }

    /// <summary>The same with what each document that is not done may do next.</summary>
    public static async Task<IReadOnlyList<LocalMessage>> ListWithActionsAsync(ServerApi api, string connector = KillHome.Connector)
    {
        var messages = await ListAsync(api, connector) ?? throw new InvalidOperationException("The server does not list its messages.");
        var read = new List<LocalMessage>();
        foreach (var message in messages)
        {
            var state = IsFinal(message) ? null : await api.TryGetAsync($"/api/v1/exchange/{connector}/documents/{message.Document}");
            read.Add(state is { } known ? message with { Actions = [.. known.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)] } : message);
        }

        return read;
    }

    public static bool IsFinal(LocalMessage message) => Final.Contains(message.Stage);

    /// <summary>
    /// What a person does who is called: looks into the account. A document that is there has arrived under its number, another one is sent again. Of what is still being
    /// looked for he is only impatient.
    /// </summary>
    public static async Task DecideAsync(ServerApi api, LocalMessage message, IReadOnlyList<RemoteDocument> remote, string connector = KillHome.Connector)
    {
        var there = remote.FirstOrDefault(one => one.Hash == message.Hash);
        var decision = message.Stage == "Uncertain" ? """ "decision": "AskAgain" """
            : there is null ? """ "decision": "SendAgain" """
            : $$""" "decision": "Arrived", "requestId": "{{there.Number}}" """;
        await api.TryCallAsync(connector, $$"""{ "method": "Decide", "args": { "message": "{{message.Id}}", {{decision}} } }""");
    }

    private static LocalMessage Of(JsonElement row) => new(Text(row, "document") ?? "", Text(row, "stage")!)
    {
        Id = Text(row, "id")!,
        RequestId = Text(row, "requestId"),
        Organisation = Text(row, "organisation")!,
        Operation = Text(row, "operation")!,
        Hash = Text(row, "contentHash")!,
        Reason = row.TryGetProperty("lastError", out var error) && error.ValueKind == JsonValueKind.Object ? Text(error, "message") : null,
    };

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
