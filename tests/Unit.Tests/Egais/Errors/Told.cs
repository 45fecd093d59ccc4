using Cleverence.Connectivity;
using Unit.Tests.Egais.Methods;

namespace Unit.Tests.Egais.Errors;

/// <summary>What callers were told of a trouble, and the document that it happened to, where there is one.</summary>
internal sealed record Told(string? Code, string? Text, string? Document = null)
{
    public static Told Of(ConnectorError error) => new(error.Reason, error.MessageRu);

    /// <summary>What a run of one organisation told, whether it failed as a whole or in part.</summary>
    public static async Task<Told> OfRunAsync(EgaisRig rig, string organisation)
    {
        try
        {
            var report = await rig.RecordAsync("RunExchange", ("organisations", organisation));
            var error = ((ConnectorRecord)((IReadOnlyList<object?>)report["organisations"]!)[0]!)["error"] as ConnectorRecord;
            return new Told((string?)error?["reason"], (string?)error?["messageRu"]);
        }
        catch (ConnectorException failure)
        {
            return Of(failure.Error);
        }
    }

    /// <summary>What a call told in its result.</summary>
    public static Told OfCall(ConnectorRecord result, string document) => new((string?)result["errorCode"], (string?)result["errorText"], document);

    /// <summary>What is told of a document, now or of its last message.</summary>
    public static async Task<Told> OfDocumentAsync(EgaisRig rig, string document)
    {
        var text = (string?)await rig.CallAsync("EgaisExchange.GetLastErrorText", ("document", document));
        return new Told((string?)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", document)))["errorCode"], text, document);
    }
}
