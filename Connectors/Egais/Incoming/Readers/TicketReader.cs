namespace Connectors.Egais;

/// <summary>Reads a verdict of the registry: the first one (<c>Result</c>), the second one (<c>OperationResult</c>) or both.</summary>
internal static class TicketReader
{
    public static Ticket Read(XmlPart body)
    {
        var result = Group(body, "Result");
        var operation = Group(body, "OperationResult");
        return new Ticket
        {
            TicketDate = body.Value("TicketDate"),
            Identity = body.Value("Identity"),
            DocId = body.Value("DocId"),
            TransportId = body.Value("TransportId"),
            RegId = body.Value("RegID"),
            DocHash = body.Value("DocHash"),
            DocType = body.Value("DocType"),
            Conclusion = result.Value("Conclusion"),
            ConclusionDate = result.Value("ConclusionDate"),
            Comments = result.Value("Comments"),
            OperationName = operation.Value("OperationName") ?? (operation.Value("OperationResult") is null ? null : ""),
            OperationResult = operation.Value("OperationResult"),
            OperationComment = operation.Value("OperationComment"),
            OperationDate = operation.Value("OperationDate"),
        };
    }

    // A verdict without an element around it is one too.
    private static XmlPart Group(XmlPart body, string name) => body.Find(name) is { Parts.Count: > 0 } group ? group : body;
}
