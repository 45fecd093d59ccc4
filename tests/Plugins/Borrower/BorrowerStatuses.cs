using Cleverence.Connectivity.Exchange;

namespace Borrower;

/// <summary>Statuses of its own making.</summary>
public sealed class BorrowerStatuses : IDocumentStatuses
{
    public DocumentState Start(string document, string kind) => new(document, kind, "Draft");

    public DocumentState After(DocumentState before, DocumentFact fact) => before with { Status = fact.Kind.ToString() };
}
