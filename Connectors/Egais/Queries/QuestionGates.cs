using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>How often each question may be asked: counted from our posts, kept as records, shared by all callers.</summary>
internal sealed class QuestionGates(IConnectorRecords records, IExchange exchange, Questions questions, TimeProvider time) : IGateMoves, IPostRecords
{
    public Questions Questions => questions;

    /// <summary>Whether a question may be asked now.</summary>
    public async ValueTask<GateVerdict> LookAsync(string fsrarId, EgaisOperation operation, string parameter, CancellationToken cancellationToken)
    {
        var question = questions.Of(operation);
        var now = time.GetUtcNow();
        var read = await ReadAsync(fsrarId, operation, cancellationToken).ConfigureAwait(false);
        var kept = new List<GateEntry>();
        var open = new List<(GateEntry Entry, DateTimeOffset Until)>();
        foreach (var entry in read.Entries)
        {
            var message = await exchange.FindMessageAsync(entry.Message, cancellationToken).ConfigureAwait(false);
            if (message is { IsFinal: false }) open.Add((entry, questions.OverdueAt(message) ?? now));
            // What was taken back before it was posted does not count; one whose answer was lost and found does.
            var posted = entry.PostedAt ?? (message is { RequestId: not null } ? message.SentAt : null);
            if (message is { IsFinal: false } || posted + question.Interval > now) kept.Add(entry with { PostedAt = posted });
        }

        var gate = read with { Entries = kept, NotBefore = read.NotBefore > now ? read.NotBefore : null };
        var verdict = new GateVerdict(gate) { Asking = open.Find(one => one.Entry.Parameter == parameter).Entry?.Message };
        var earliest = gate.EarliestOf(question, parameter);
        if (verdict.Asking is not null || open.Count >= question.InFlight)
        {
            var free = open.Min(one => one.Until);
            earliest = earliest > free ? earliest : free > now ? free : now + question.Interval;
        }

        return earliest > now ? verdict with { Until = earliest } : verdict;
    }

    /// <summary>The write that lets a message through; whoever was faster with the same gate makes it a conflict.</summary>
    public static RecordChange Pass(Gate gate, string message, string parameter) => (gate with { Entries = [.. gate.Entries, new GateEntry(message, parameter, null)] }).Change();

    /// <summary>What is written when the UTM took a message: the interval counts from now.</summary>
    public async ValueTask<IReadOnlyList<RecordChange>> PostedAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<EgaisOperation>(message.Content.Operation, out var operation) || !Questions.Is(operation)) return [];
        var gate = await ReadAsync(message.Content.Organisation, operation, cancellationToken).ConfigureAwait(false);
        var others = gate.Entries.Where(entry => entry.Message != message.Id);
        return [(gate with { Entries = [.. others, new GateEntry(message.Id, message.Content.Extra.TextOf("parameter") ?? "", time.GetUtcNow())] }).Change() with { ExpectedVersion = null }];
    }

    /// <summary>What is written when the registry complains about too frequent questions: the gate stays shut for one more interval.</summary>
    public async ValueTask<IReadOnlyList<RecordChange>> RefusedAsync(ExchangeMessage question, CancellationToken cancellationToken)
    {
        var content = question.Content;
        if (!Enum.TryParse<EgaisOperation>(content.Operation, out var operation) || !Questions.Is(operation)) return [];
        var gate = await ReadAsync(content.Organisation, operation, cancellationToken).ConfigureAwait(false);
        return [(gate with { NotBefore = time.GetUtcNow() + questions.Of(operation).Interval }).Change() with { ExpectedVersion = null }];
    }

    private async ValueTask<Gate> ReadAsync(string fsrarId, EgaisOperation operation, CancellationToken cancellationToken) =>
        Gate.Read(fsrarId, operation, await records.GetAsync(RecordKinds.Gate, Gate.KeyOf(fsrarId, operation), cancellationToken).ConfigureAwait(false));
}
