using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Which operation a next action of a document means.</summary>
internal static class NextActions
{
    /// <summary>The operation, or null where the kind of document does not know the action.</summary>
    public static EgaisOperation? OperationOf(EgaisDocumentKind kind, string action, EgaisDocument document, ConnectorRecord extra) => throw new NotImplementedException();
}
