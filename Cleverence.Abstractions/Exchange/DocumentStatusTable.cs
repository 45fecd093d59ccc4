namespace Cleverence.Connectivity.Exchange;

/// <summary>Statuses by table: for each kind of document and operation the entries of <see cref="OperationStatuses"/>.</summary>
/// <remarks>An error or a final status is never overwritten by "processing"; "Posted" implies "Received".</remarks>
public sealed class DocumentStatusTable : IDocumentStatuses
{
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
        operations.Add((kind, operation), statuses);
        return this;
    }

    /// <inheritdoc/>
    public DocumentState Start(string document, string kind) => new(document, kind, draft.Status) { Actions = draft.Actions };

    /// <inheritdoc/>
    public DocumentState After(DocumentState before, DocumentFact fact) => throw new NotImplementedException();
}
