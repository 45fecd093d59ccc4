using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>The states of documents.</summary>
internal sealed class EgaisStatuses : IDocumentStatuses
{
    public DocumentState Start(string document, string kind) => throw new NotImplementedException();

    public DocumentState After(DocumentState before, DocumentFact fact) => throw new NotImplementedException();
}
