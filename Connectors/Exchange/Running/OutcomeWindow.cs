using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Outcomes that wait to be written in one commit. No two of them touch the same thing, so that each was understood as if it were the only one.</summary>
internal sealed class OutcomeWindow
{
    // A commit of some dozens costs little more than one of a single item; of more, one that fails takes too many others along.
    private const int Most = 32;
    private readonly List<PendingOutcome> waiting = [];
    private readonly HashSet<(string What, string Key)> touched = [];

    public bool IsFull => waiting.Count >= Most;

    public bool IsEmpty => waiting.Count == 0;

    /// <summary>Whether anything will be different when it is committed.</summary>
    public bool HasEffects { get; private set; }

    /// <summary>Whether an item must wait for those that are here: one of them completes it, is its repetition, or answers the same message.</summary>
    public bool Concerns(StoredIncoming item) => waiting.Count > 0 && TouchesOf(item).Any(touched.Contains);

    /// <summary>Whether an outcome touches what one that is here does: it was made of what is out of date soon. One that is kept touches nothing.</summary>
    public bool Concerns(IncomingOutcome outcome) => waiting.Count > 0 && outcome.Handled && TouchesOf(outcome).Any(touched.Contains);

    public void Add(PendingOutcome pending)
    {
        waiting.Add(pending);
        touched.UnionWith(TouchesOf(pending.Item));
        var effects = TouchesOf(pending.Outcome).ToList();
        touched.UnionWith(effects);
        HasEffects |= effects.Count > 0;
    }

    /// <summary>Empties it.</summary>
    /// <returns>What waited, in the order it came.</returns>
    public IReadOnlyList<PendingOutcome> Take()
    {
        PendingOutcome[] taken = [.. waiting];
        waiting.Clear();
        touched.Clear();
        HasEffects = false;
        return taken;
    }

    private static IEnumerable<(string What, string Key)> TouchesOf(StoredIncoming item)
    {
        yield return ("item", item.Item.RemoteId);
        yield return ("item", item.Id);
        yield return ("bytes", $"{item.Hash}/{item.Item.ReplyTo}");
        if (item.Item.ReplyTo is { } request) yield return ("request", request);
    }

    /// <summary>What an outcome changes.</summary>
    public static IEnumerable<(string What, string Key)> TouchesOf(IncomingOutcome outcome)
    {
        var replies = outcome.Replies?.Values ?? [];
        IReadOnlyList<OutgoingMessage> messages = [.. outcome.Next ?? [], .. replies.SelectMany(reply => reply.Next)];
        if (outcome.Document is { } document) yield return ("document", document);
        foreach (var fact in outcome.Facts ?? []) yield return ("document", fact.Document);
        foreach (var message in outcome.Replies?.Keys ?? []) yield return ("message", message);
        foreach (var completed in outcome.Completes ?? []) yield return ("item", completed);
        foreach (var next in messages)
        {
            if (next.Id is { } id) yield return ("message", id);
            if (next.Document is { } of) yield return ("document", of);
        }

        foreach (var record in (outcome.Records ?? []).Concat(replies.SelectMany(reply => reply.Records)).Concat(messages.SelectMany(next => next.Records)))
        {
            yield return ("record", $"{record.Kind}/{record.Key}");
            // Two new ones under one name are one thing that was found twice.
            if (record is { ExpectedVersion: 0, Index1: { } first, Index2: { } second }) yield return ("index", $"{record.Kind}/{first}/{second}");
        }
    }
}
