namespace Cleverence.Connectivity.Exchange;

/// <summary>How the statuses of a connector's documents follow from what happened.</summary>
/// <remarks>
/// Pure: the same facts give the same status, so a status can be restored from the protocol. <see cref="DocumentStatusTable"/> serves most documents.
/// <see cref="FactKind.Cancelled"/> and <see cref="FactKind.Undone"/> never come here: the engine takes the facts of the message that was taken back out and goes through the others again.
/// </remarks>
public interface IDocumentStatuses
{
    /// <summary>The state of a document that has no facts yet.</summary>
    /// <param name="document">The document.</param>
    /// <param name="kind">Its kind.</param>
    /// <returns>The draft's state.</returns>
    DocumentState Start(string document, string kind);

    /// <summary>The state after a fact.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="fact">What happened.</param>
    /// <returns>The state after it; its version is the engine's affair.</returns>
    DocumentState After(DocumentState before, DocumentFact fact);
}
