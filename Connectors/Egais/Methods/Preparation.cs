using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Makes messages of documents and carries out their next actions. What is wrong with one leaves as its change's error and touches no other.</summary>
internal sealed class Preparation(EgaisParts parts, DocumentVerbs verbs, MessageMaking making)
{
    public async ValueTask<IReadOnlyList<ExchangeChange>> RunAsync(TransferItem item, bool immediate, string? user, CancellationToken cancellationToken)
    {
        EgaisDocument? document = null;
        try
        {
            document = await parts.Cards.GetAsync(item.Document, cancellationToken).ConfigureAwait(false);
            if (item.Organisation is { } asked && asked != document.FsrarId) throw new ConnectorException(CallErrors.OtherOrganisation(document, asked));
            return item.Action switch
            {
                "CancelTransfer" => await verbs.CancelTransferAsync(document.Id, user, cancellationToken).ConfigureAwait(false),
                "CancelOperation" => [await verbs.CancelLastOperationAsync(document.Id, user, cancellationToken).ConfigureAwait(false)],
                NextAction.PerformCheck => [await verbs.CheckedAsync(document.Id, user, cancellationToken).ConfigureAwait(false)],
                "None" or "RunExchange" => [],
                _ when item.Action.StartsWith("Wait", StringComparison.Ordinal) => [],
                _ => [await PrepareAsync(document, item, immediate, user, cancellationToken).ConfigureAwait(false)],
            };
        }
        catch (ConnectorException failure)
        {
            return [new ExchangeChange(document?.FsrarId ?? item.Organisation ?? "", item.Action) { Document = item.Document, Purpose = MessageMaking.Purpose, Error = failure.Error }];
        }
    }

    // Records are guarded by their versions: whoever was slower looks again at what the other left.
    private async ValueTask<ExchangeChange> PrepareAsync(EgaisDocument document, TransferItem item, bool immediate, string? user, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var message = await MessageAsync(document, item, cancellationToken).ConfigureAwait(false);
            var change = (await parts.Exchange.PrepareAsync(parts.Adapter, [message with { Immediate = immediate, User = user }], cancellationToken).ConfigureAwait(false))[0];
            if (change.Error?.Reason != "RECORD_CHANGED" || attempt == 3) return change;
            document = await parts.Cards.GetAsync(document.Id, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<OutgoingMessage> MessageAsync(EgaisDocument document, TransferItem item, CancellationToken cancellationToken)
    {
        var organisation = OrganisationList.One(parts.Plan, document.FsrarId);
        var state = await parts.Exchange.FindDocumentAsync(document.Id, cancellationToken).ConfigureAwait(false) ?? parts.Adapter.Statuses.Start(document.Id, document.Kind.ToString());
        var action = item.Action.Length > 0 ? item.Action : FirstOf(document) ?? throw new ConnectorException(CallErrors.ActionMissing(document, state.Actions));
        var operation = NextActions.OperationOf(document.Kind, action, document, item.Extra) ?? throw new ConnectorException(CallErrors.NoOperation(document, action));
        var guard = GuardOf(action, state) ?? throw new ConnectorException(CallErrors.ActionNotAllowed(document.Id, action, state));
        return await making.OfDocumentAsync(organisation, document, operation, guard, item.Extra, cancellationToken).ConfigureAwait(false);
    }

    // What a document of ours is sent by needs no word; what is done with a waybill of somebody else must be said.
    private string? FirstOf(EgaisDocument document) =>
        document.Kind != EgaisDocumentKind.IncomingWaybill && parts.Adapter.Statuses.Start(document.Id, document.Kind.ToString()).Actions is [var first, ..] ? first : null;

    private static string? GuardOf(string action, DocumentState state)
    {
        var offered = NextAction.OfferedAs(action);
        return state.Actions.Contains(offered) ? offered : state.Actions.Contains(action) ? action : null;
    }
}
