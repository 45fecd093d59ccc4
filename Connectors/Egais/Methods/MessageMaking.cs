using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>Makes the messages: the XML, its Identity, and the records that are written together with it.</summary>
internal sealed class MessageMaking(EgaisParts parts, DocumentBuilder builder)
{
    public const string Purpose = "Utm";

    // A sale waits behind no document: what has another purpose is not held up by what is being sent.
    private const string ChequePurpose = "Cheque";

    /// <summary>The message of a document's operation.</summary>
    /// <exception cref="ConnectorException"><c>VALIDATION</c>, or <c>RATE_LIMITED</c> for a question.</exception>
    public async ValueTask<OutgoingMessage> OfDocumentAsync(EgaisOrganisation organisation, EgaisDocument document, EgaisOperation operation, string guard, ConnectorRecord extra, CancellationToken cancellationToken)
    {
        var built = Build(organisation, document, operation, extra);
        if (!built.IsBuilt) throw new ConnectorException(CallErrors.Invalid(document.Id, built.Problems));
        var message = Message(organisation, operation, built) with { Document = document.Id, DocumentKind = document.Kind.ToString(), Action = guard };
        var records = new List<RecordChange> { DocumentCards.Change(Counted(document, operation, built)) };
        if (built.Identity is { } identity) records.Add(IdentityRecord(message, identity));
        if (Questions.Is(operation)) records.Add(await PassAsync(message, operation, "", cancellationToken).ConfigureAwait(false));
        return message with { Records = records };
    }

    /// <summary>The message of a question without a document.</summary>
    public async ValueTask<OutgoingMessage> OfQuestionAsync(EgaisOrganisation organisation, EgaisOperation operation, string parameter, ConnectorRecord extra, CancellationToken cancellationToken)
    {
        var built = builder.Build(new BuildOrder(operation, organisation, null, extra, null, Now()));
        if (!built.IsBuilt) throw new ConnectorException(CallErrors.Invalid(operation.ToString(), built.Problems));
        var message = Message(organisation, operation, built);
        message.Extra["parameter"] = parameter;
        return message with { Records = [await PassAsync(message, operation, parameter, cancellationToken).ConfigureAwait(false)] };
    }

    /// <summary>The message of a retail cheque.</summary>
    /// <exception cref="ConnectorException"><c>VALIDATION</c>.</exception>
    public OutgoingMessage OfCheque(EgaisOrganisation organisation, ConnectorRecord cheque)
    {
        var built = builder.Build(new BuildOrder(EgaisOperation.Cheque, organisation, null, cheque, null, Now()));
        return built.IsBuilt ? Message(organisation, EgaisOperation.Cheque, built) with { Purpose = ChequePurpose } : throw new ConnectorException(CallErrors.Invalid(nameof(EgaisOperation.Cheque), built.Problems));
    }

    /// <summary>The XML of a document's operation, or what is wrong with it.</summary>
    public BuildResult Build(EgaisOrganisation organisation, EgaisDocument document, EgaisOperation operation, ConnectorRecord extra) =>
        builder.Build(new BuildOrder(operation, organisation, document, extra, DocumentIdentity.Of(operation, document), Now()));

    public OutgoingMessage Message(EgaisOrganisation organisation, EgaisOperation operation, BuildResult built)
    {
        var extra = new ConnectorRecord { { "urlType", built.UrlType }, { "docType", built.Element } };
        if (built.Identity is { } identity) extra["identity"] = identity;
        if (built.RegId is { } regId) extra["regId"] = regId;
        return new OutgoingMessage(organisation.FsrarId, operation.ToString(), built.Xml)
        {
            Id = Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString(),
            Purpose = Purpose,
            Format = built.Element,
            Extra = extra,
        };
    }

    public static RecordChange IdentityRecord(OutgoingMessage message, string identity)
    {
        var content = new JObject { ["message"] = message.Id, ["operation"] = message.Operation, ["document"] = message.Document };
        return new RecordChange(RecordKinds.Identity, $"{message.Organisation}/{identity}", Encoding.UTF8.GetBytes(content.ToString(Formatting.None))) { Index1 = message.Organisation };
    }

    private async ValueTask<RecordChange> PassAsync(OutgoingMessage message, EgaisOperation operation, string parameter, CancellationToken cancellationToken)
    {
        var verdict = await parts.Gates.LookAsync(message.Organisation, operation, parameter, cancellationToken).ConfigureAwait(false);
        return verdict.Until is { } until
            ? throw new ConnectorException(CallErrors.IsLimited(message.Organisation, operation.ToString(), until, until - parts.Time.GetUtcNow()))
            : QuestionGates.Pass(verdict.Gate, message.Id!, parameter);
    }

    // The next message of the same prefix gets another Identity; what the document itself is known by is that of its own transfer.
    private static EgaisDocument Counted(EgaisDocument document, EgaisOperation operation, BuildResult built)
    {
        var name = operation.ToString();
        var prepared = document.Prepared.ToDictionary();
        prepared[name] = prepared.GetValueOrDefault(name) + 1;
        return document with { Prepared = prepared, Identity = IsTransfer(operation) ? built.Identity ?? document.Identity : document.Identity };
    }

    private static bool IsTransfer(EgaisOperation operation) => operation is EgaisOperation.WayBill or (>= EgaisOperation.ChargeOnRegister1 and <= EgaisOperation.TransferFromShop);

    private DateTime Now() => parts.Plan.LocalNow(parts.Time);
}
