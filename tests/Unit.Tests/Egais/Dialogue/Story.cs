using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;

namespace Unit.Tests.Egais.Dialogue;

/// <summary>What happens to one document, told in short, and the states it goes through.</summary>
internal sealed record Story(EgaisDocumentKind Kind, IReadOnlyList<DocumentFact> Facts)
{
    private const string Document = "документ-1";

    public static Story Of(EgaisDocumentKind kind) => new(kind, []);

    /// <summary>The state after all facts, as the engine goes through them.</summary>
    public DocumentState End => EndWith(new EgaisStatuses());

    public DocumentState EndWith(EgaisStatuses statuses) => Facts.Aggregate(statuses.Start(Document, Kind.ToString()), statuses.After);

    /// <summary>A message is prepared and the UTM takes it.</summary>
    public Story Sends(EgaisOperation operation, string message = "m-1") => Prepares(operation, message).And(On(operation, FactKind.Sent, message));

    public Story Prepares(EgaisOperation operation, string message = "m-1") => And(On(operation, FactKind.Prepared, message));

    public Story And(params DocumentFact[] facts) => this with { Facts = [.. Facts, .. facts] };

    /// <summary>A fact about the document of the story.</summary>
    public DocumentFact On(EgaisOperation operation, FactKind kind, string? message = null) => new(Document, Kind.ToString(), operation.ToString(), kind) { Organisation = "030000123456", MessageId = message };

    /// <summary>A partner's document.</summary>
    public Story Hears(EgaisOperation operation) => And(On(operation, FactKind.Received));

    /// <summary>A ticket or registration about a message.</summary>
    public DocumentFact Comes(EgaisOperation operation, string receipt, string message = "m-1") => On(operation, FactKind.InWork, message) with { Receipts = [receipt] };

    public DocumentFact Refused(EgaisOperation operation, string by, string message = "m-1") =>
        On(operation, FactKind.Rejected, message) with { Status = by, Error = by == EgaisStatuses.FirstTicket ? DialogueErrors.Refused("x", "Неверный формат") : DialogueErrors.NotConducted("x", "Нет остатка") };

    public DocumentFact Unconducted(EgaisOperation operation, string? message = "m-1") => On(operation, FactKind.Reversed, message);

    public static ConnectorError Away { get; } = new(ConnectorErrorCode.Unavailable, "away") { Reason = "UTM_OUTCOME_UNKNOWN" };
}
