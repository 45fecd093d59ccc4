namespace Cleverence.Connectivity.Exchange;

/// <summary>Statuses by table: for each kind of document and operation the entries of <see cref="OperationStatuses"/>.</summary>
/// <remarks>
/// An error or the end of an operation is never overwritten by "processing" of the same operation, a status that <see cref="StatusEntry.IsFinal"/> by none at all; "Posted" implies "Received".
/// A document that came from outside has the status <see cref="OperationStatuses.Done"/> of its operation, and coming again it changes nothing that was begun since.
/// </remarks>
public sealed class DocumentStatusTable : IDocumentStatuses
{
    /// <summary>The receipt that a document was posted (Проведен); it implies <see cref="Received"/>.</summary>
    public const string Posted = "Posted";

    /// <summary>The receipt that a document was received (Получен).</summary>
    public const string Received = "Received";

    private readonly HashSet<(string Kind, string Status)> finals = [];
    private readonly StatusEntry draft;
    private readonly Dictionary<(string Kind, string Operation), OperationStatuses> operations = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="draft">The status of a document that has no facts yet.</param>
    public DocumentStatusTable(StatusEntry draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        this.draft = draft;
    }

    /// <summary>Adds the statuses of an operation.</summary>
    /// <param name="kind">The document's kind.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="statuses">Its statuses.</param>
    /// <returns>The table itself.</returns>
    public DocumentStatusTable Add(string kind, string operation, OperationStatuses statuses)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        operations.Add((kind, operation), statuses);
        finals.UnionWith(statuses.All.Where(entry => entry.IsFinal).Select(entry => (kind, entry.Status)));
        return this;
    }

    /// <inheritdoc/>
    public DocumentState Start(string document, string kind) => new(document, kind, draft.Status) { Actions = draft.Actions };

    /// <inheritdoc/>
    /// <exception cref="ConnectorException"><c>Failed</c>: the table has no such kind and operation.</exception>
    public DocumentState After(DocumentState before, DocumentFact fact)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Kind is FactKind.Cancelled or FactKind.Undone) return before;
        var statuses = operations.GetValueOrDefault((fact.DocumentKind, fact.Operation)) ?? throw Unknown(fact);
        var same = before.Operation == fact.Operation;
        if (fact.Kind == FactKind.Received && !same && before.Operation.Length > 0) return before;
        var receipts = fact.Kind == FactKind.Prepared || !same ? Seen([], fact) : Seen(before.Receipts, fact);
        var kind = WithReceipts(fact, statuses, receipts);
        if (IsInWork(kind) && (same && (before.IsError || statuses.Ends(before.Status)) || IsFinal(before))) return same ? before with { Receipts = receipts } : before;
        var entry = EntryOf(kind, statuses);
        return before with
        {
            Kind = fact.DocumentKind,
            Status = entry.Status,
            Actions = kind is FactKind.Sent or FactKind.InWork && statuses.WaitsFor(receipts) is { Count: > 0 } waits ? waits : entry.Actions,
            Organisation = fact.Organisation.Length > 0 ? fact.Organisation : before.Organisation,
            Operation = fact.Operation,
            Receipts = receipts,
            Error = kind is FactKind.SendRefused or FactKind.Rejected or FactKind.Reversed or FactKind.DonePartly or FactKind.Uncertain or FactKind.Parked ? fact.Error : null,
            // What is parked still has its message, and that is decided about first: nothing can be taken back here.
            IsError = kind != FactKind.Parked && (entry.IsError || kind is FactKind.SendRefused or FactKind.Rejected),
            ChangedAt = fact.At,
        };
    }

    private static bool IsInWork(FactKind kind) => kind is FactKind.Sent or FactKind.InWork or FactKind.Waiting or FactKind.Uncertain;

    // Where several receipts are due, they make the end together, in whatever order they come.
    private static FactKind WithReceipts(DocumentFact fact, OperationStatuses statuses, IReadOnlyList<string> receipts)
    {
        if (statuses.RequiredReceipts.Count == 0) return fact.Kind;
        if (fact.Kind == FactKind.Done && !statuses.HasAll(receipts)) return FactKind.InWork;
        return fact.Receipts.Count > 0 && fact.Kind is FactKind.Sent or FactKind.InWork or FactKind.Waiting && statuses.HasAll(receipts) ? FactKind.Done : fact.Kind;
    }

    private static IReadOnlyList<string> Seen(IReadOnlyList<string> before, DocumentFact fact) =>
        fact.Receipts.Count == 0 ? before : [.. before.Concat(fact.Receipts).Concat(fact.Receipts.Contains(Posted) ? [Received] : Enumerable.Empty<string>()).Distinct().Order(StringComparer.Ordinal)];

    private static StatusEntry EntryOf(FactKind kind, OperationStatuses statuses) => kind switch
    {
        FactKind.Prepared => statuses.Prepared,
        FactKind.Sent => statuses.Sent ?? statuses.Processing,
        FactKind.SendRefused => statuses.SendError,
        FactKind.Uncertain => statuses.Uncertain ?? statuses.Processing,
        FactKind.Parked => statuses.Parked ?? statuses.SendError,
        FactKind.Waiting => statuses.Waiting ?? statuses.Processing,
        FactKind.Done or FactKind.Received => statuses.Done,
        FactKind.DonePartly => statuses.DonePartly ?? statuses.Done,
        FactKind.Rejected => statuses.PostingError ?? statuses.SendError,
        FactKind.Reversed => statuses.Reversed ?? statuses.PostingError ?? statuses.SendError,
        _ => statuses.Processing,
    };

    private bool IsFinal(DocumentState state) => finals.Contains((state.Kind, state.Status));

    private ConnectorException Unknown(DocumentFact fact)
    {
        var known = operations.Keys.Where(key => key.Kind == fact.DocumentKind).Select(key => key.Operation).ToList();
        var (en, ru) = known.Count > 0 ? ($"known are {string.Join(", ", known)}", $"известны {string.Join(", ", known)}") : ("the kind is not known at all", "вид документа неизвестен");
        return new ConnectorException(new ConnectorError(ConnectorErrorCode.Failed, $"The status table has no operation '{fact.Operation}' for documents of the kind '{fact.DocumentKind}': {en}.")
        {
            MessageRu = $"В таблице статусов нет операции «{fact.Operation}» для документов вида «{fact.DocumentKind}»: {ru}.",
            Reason = "STATUS_TABLE",
        });
    }
}
