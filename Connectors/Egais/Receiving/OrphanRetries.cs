using System.Collections.Concurrent;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>How often what has waited for long is read again: on a UTM that others use too, most of it is theirs and stays for good. In memory; after a start everything is read once. Thread-safe.</summary>
internal sealed class OrphanRetries(DialogueRules rules, TimeProvider time)
{
    private const int Most = 100_000;

    // The run that looks at an item may look again when something else was handled.
    private static readonly TimeSpan OneRun = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, string Operation)> kept = new(StringComparer.Ordinal);

    /// <summary>What is said of an item that was read a short while ago; null when it is to be read.</summary>
    public IncomingOutcome? Spare(StoredIncoming item) =>
        time.GetUtcNow() - item.CreatedAt >= rules.OrphanAge && kept.TryGetValue(item.Id, out var last) && time.GetUtcNow() - last.At is var since && since >= OneRun && since < rules.OrphanRetry
            ? Outcomes.Keep(last.Operation, "It has waited for long and is read again later.")
            : null;

    /// <summary>Notes what became of an item.</summary>
    public void Note(StoredIncoming item, IncomingOutcome outcome)
    {
        // What a message without a verdict waits for is asked for in every run.
        if (outcome.Handled || outcome.Error is not null || outcome.Description == Outcomes.Unclear || time.GetUtcNow() - item.CreatedAt < rules.OrphanAge)
        {
            kept.TryRemove(item.Id, out _);
            return;
        }

        if (kept.Count >= Most) kept.Clear();
        var now = time.GetUtcNow();
        kept.AddOrUpdate(item.Id, (now, outcome.Operation), (_, last) => now - last.At < rules.OrphanRetry ? last : (now, outcome.Operation));
    }
}
