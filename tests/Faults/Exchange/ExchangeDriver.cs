using System.Diagnostics;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Exchange;

/// <summary>Plays the accounting system and the person at it: writes documents down, has them sent, runs the exchange, and decides where a decision is asked for.</summary>
/// <param name="system">The marking system.</param>
/// <param name="servers">The servers that may be asked; one that does not answer is passed over.</param>
internal sealed class ExchangeDriver(MarkingSystem system, IReadOnlyList<Server> servers)
{
    private static readonly TimeSpan PersonLooks = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stopwatch> waiting = new(StringComparer.Ordinal);

    /// <summary>All documents that were given in.</summary>
    public IReadOnlyList<string> Documents
    {
        get
        {
            lock (gate) return [.. codes.Keys];
        }
    }

    /// <summary>Gives in a document about a code.</summary>
    public void Add(string document, string code)
    {
        lock (gate) codes[document] = code;
    }

    /// <summary>Goes on until it is stopped: every server runs the exchange, and a person sits at the first one that answers.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll([LoopAsync(PersonAsync, stop), .. servers.Select(server => LoopAsync(() => server.Api.TryCallAsync(KillHome.Connector, """{ "method": "RunExchange" }"""), stop))]);

    /// <summary>Whether everything is final.</summary>
    public async Task<bool> IsQuietAsync()
    {
        foreach (var server in servers)
        {
            if (await ExchangeQueue.ListAsync(server.Api) is { } messages) return messages.All(ExchangeQueue.IsFinal) && Documents.All(document => messages.Any(message => message.Document == document));
        }

        return false;
    }

    private static async Task LoopAsync(Func<Task> act, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await act();
            await Task.Delay(50, CancellationToken.None);
        }
    }

    // Two people who do the same thing at once are another trial.
    private async Task PersonAsync()
    {
        foreach (var server in servers)
        {
            if (await ExchangeQueue.ListAsync(server.Api) is not { } messages) continue;
            await PersonAsync(server, messages);
            return;
        }
    }

    private async Task PersonAsync(Server server, IReadOnlyList<LocalMessage> messages)
    {
        foreach (var document in Documents.Where(document => messages.All(message => message.Document != document))) await GiveInAsync(server, document);
        var called = messages.Where(message => message.Stage is "Parked" or "Uncertain").ToList();
        foreach (var gone in waiting.Keys.Except(called.Select(KeyOf)).ToList()) waiting.Remove(gone);
        foreach (var message in called)
        {
            var since = waiting.TryGetValue(KeyOf(message), out var known) ? known : waiting[KeyOf(message)] = Stopwatch.StartNew();
            if (since.Elapsed < PersonLooks) continue;
            await ExchangeQueue.DecideAsync(server.Api, message, WorldFile.Documents(system.StateFile));
            since.Restart();
        }
    }

    private static string KeyOf(LocalMessage message) => $"{message.Id} {message.Stage}";

    private async Task GiveInAsync(Server server, string document)
    {
        string code;
        lock (gate) code = codes[document];
        var row = System.Text.Json.JsonSerializer.Serialize(code);
        await server.Api.TryCallAsync(KillHome.Connector, $$"""
            { "class": "Documents", "method": "Save", "args": { "kind": "LK_RECEIPT", "productGroup": "milk", "document": "{{document}}",
                "payload": { "action": "OWN_USE", "action_date": "2025-01-15", "document_type": "OTHER", "document_number": "{{document}}", "document_date": "2025-01-15", "primary_document_custom_name": "Акт", "products": [ { "cis": {{row}} } ] } } }
            """);
        await server.Api.TryCallAsync(KillHome.Connector, $$"""{ "method": "PrepareForTransfer", "args": { "items": [ "{{document}}" ], "owner": "kills" } }""");
    }
}
