using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>The document states of one commit in the making: read once, moved by each fact, written once.</summary>
internal sealed class DraftDocuments(EngineParts parts, IExchangeAdapter adapter)
{
    private readonly Dictionary<string, DocumentState> states = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private readonly List<DocumentFact> facts = [];

    public bool HasChanges => touched.Count > 0;

    /// <summary>The states to be written, with the versions they were read in.</summary>
    public IReadOnlyList<DocumentState> Changed => [.. touched.Select(document => states[document])];

    /// <summary>The state of a document with the facts so far; the draft's where it is new.</summary>
    /// <exception cref="ConnectorException">The status table failed.</exception>
    public async Task<DocumentState> ReadAsync(string document, string kind, CancellationToken cancellationToken) =>
        await LoadAsync(document, cancellationToken).ConfigureAwait(false) ?? Begin(document, kind);

    /// <summary>The state, when this draft changes it.</summary>
    public DocumentState? FindChanged(string? document) => document is not null && touched.Contains(document) ? states[document] : null;

    /// <summary>Applies the fact of a new message; a status table that cannot take it refuses the message.</summary>
    /// <exception cref="ConnectorException">The status table failed.</exception>
    public async Task ApplyNewAsync(DocumentFact fact, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(fact.Document, fact.DocumentKind, cancellationToken).ConfigureAwait(false);
        Keep(fact, Guarded("After", () => StatusReplay.After(adapter.Statuses, before, fact)));
    }

    /// <summary>Applies a fact. What happened has happened: where the status table fails, the document stays as it was and the fact is kept all the same.</summary>
    public async Task ApplyAsync(DocumentFact fact, CancellationToken cancellationToken)
    {
        // What the store cannot read ends the commit; only the foreign table's failures are borne.
        var kept = await LoadAsync(fact.Document, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DocumentFact>? known = fact.Kind is FactKind.Cancelled or FactKind.Undone ? [.. await FactsAsync(fact.Document, cancellationToken).ConfigureAwait(false), fact] : null;
        try
        {
            var before = kept ?? Begin(fact.Document, fact.DocumentKind);
            Keep(fact, Guarded("After", () => known is null
                ? StatusReplay.After(adapter.Statuses, before, fact)
                : StatusReplay.Of(adapter.Statuses, fact.Document, fact.DocumentKind, known) with { Version = before.Version }));
        }
        catch (ConnectorException failed)
        {
            Log.StatusFailed(parts.Logger, parts.ConnectorId, fact.MessageId, failed.Error.Code, failed.Error.Reason);
            facts.Add(fact);
            if (states.ContainsKey(fact.Document)) touched.Add(fact.Document);
        }
    }

    /// <summary>Computes a document anew from its protocol.</summary>
    /// <returns>The state; null when the protocol has no fact of it.</returns>
    public async Task<DocumentState?> RestoreAsync(string document, CancellationToken cancellationToken)
    {
        var known = await FactsAsync(document, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0) return null;
        var before = await ReadAsync(document, known[0].DocumentKind, cancellationToken).ConfigureAwait(false);
        touched.Add(document);
        return states[document] = Guarded("After", () => StatusReplay.Of(adapter.Statuses, document, known[0].DocumentKind, known)) with { Version = before.Version };
    }

    private async Task<DocumentState?> LoadAsync(string document, CancellationToken cancellationToken)
    {
        if (states.TryGetValue(document, out var known)) return known;
        var kept = await parts.Store.FindDocumentAsync(parts.ConnectorId, document, cancellationToken).ConfigureAwait(false);
        if (kept is not null) states[document] = kept;
        return kept;
    }

    private DocumentState Begin(string document, string kind) => states[document] = Guarded("Start", () => StatusReplay.Start(adapter.Statuses, document, kind));

    private async Task<IReadOnlyList<DocumentFact>> FactsAsync(string document, CancellationToken cancellationToken)
    {
        var written = await parts.Store.ListProtocolAsync(parts.ConnectorId, document, withPayloads: false, cancellationToken).ConfigureAwait(false);
        return [.. written.Select(record => record.Fact).OfType<DocumentFact>().Concat(facts).Where(known => known.Document == document)];
    }

    private static DocumentState Guarded(string method, Func<DocumentState> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception exception)
        {
            throw new ConnectorException(ExchangeErrors.Threw($"Statuses.{method}", exception), exception);
        }
    }

    private void Keep(DocumentFact fact, DocumentState state)
    {
        facts.Add(fact);
        touched.Add(fact.Document);
        states[fact.Document] = state;
    }
}
