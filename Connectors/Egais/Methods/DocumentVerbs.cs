using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What people may do to a document besides sending it.</summary>
internal sealed class DocumentVerbs(EgaisParts parts)
{
    /// <summary>The operation of the fact that a document was put aside.</summary>
    public const string Archived = "Archive";

    private static readonly IReadOnlyList<ExchangeStage> OnTheWay = [ExchangeStage.Sending, ExchangeStage.Uncertain, ExchangeStage.Parked];

    /// <summary>Takes back what was never sent; empty when nothing waits.</summary>
    public async ValueTask<IReadOnlyList<ExchangeChange>> CancelTransferAsync(string document, string? user, CancellationToken cancellationToken)
    {
        if (await AnyAsync(document, [ExchangeStage.Enqueued, ExchangeStage.AwaitingSignature], cancellationToken).ConfigureAwait(false))
        {
            try
            {
                return await parts.Exchange.CancelTransferAsync(parts.Adapter, document, user, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectorException late) when (late.Error.Reason == "ALREADY_TRANSMITTED")
            {
                // It left between the look and the call.
            }
        }

        if (await AnyAsync(document, OnTheWay, cancellationToken).ConfigureAwait(false)) throw new ConnectorException(CallErrors.InProgress(document));
        await FindKnownAsync(document, cancellationToken).ConfigureAwait(false);
        return [];
    }

    /// <summary>Takes the last operation back that ended in an error; the registry is not told.</summary>
    public async ValueTask<ExchangeChange> CancelLastOperationAsync(string document, string? user, CancellationToken cancellationToken)
    {
        var state = await FindKnownAsync(document, cancellationToken).ConfigureAwait(false);
        if (state is not { IsError: true }) throw new ConnectorException(CallErrors.OnlyErrors(document, state?.Status ?? ""));
        return await parts.Exchange.CancelLastOperationAsync(parts.Adapter, document, user, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a document aside: no next action is offered any more. What the registry still says of it is taken in all the same.</summary>
    public async ValueTask<ExchangeChange> ArchiveAsync(string document, string? user, CancellationToken cancellationToken)
    {
        var card = await parts.Cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var fact = new DocumentFact(document, card.Kind.ToString(), Archived, FactKind.Done) { Organisation = card.FsrarId };
        await parts.Exchange.TransactAsync(parts.Adapter, [fact], [], [], user, cancellationToken).ConfigureAwait(false);
        var state = await parts.Exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false);
        return new ExchangeChange(card.FsrarId, Archived) { Document = document, NewStatus = state?.Status, NewActions = state?.Actions ?? [] };
    }

    /// <summary>Notes that the goods of a waybill were checked, so that its receipt may be confirmed. A second time changes nothing.</summary>
    public async ValueTask<ExchangeChange> CheckedAsync(string document, string? user, CancellationToken cancellationToken)
    {
        var card = await parts.Cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var before = await parts.Exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false) ?? parts.Adapter.Statuses.Start(document, card.Kind.ToString());
        var after = before;
        if (!before.Receipts.Contains(Memory.Checked))
        {
            if (!before.Actions.Contains(NextAction.PerformCheck)) throw new ConnectorException(CallErrors.ActionNotAllowed(document, NextAction.PerformCheck, before));
            var fact = new DocumentFact(document, card.Kind.ToString(), nameof(EgaisOperation.IncomingWayBill), FactKind.InWork) { Organisation = card.FsrarId, Receipts = [Memory.Checked] };
            await parts.Exchange.TransactAsync(parts.Adapter, [fact], [], [], user, cancellationToken).ConfigureAwait(false);
            after = await parts.Exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false);
        }

        return new ExchangeChange(card.FsrarId, NextAction.PerformCheck) { Document = document, NewStatus = after?.Status, NewActions = after?.Actions ?? [] };
    }

    // A document that nothing happened to yet has no state, only its card; what has neither does not exist.
    private async ValueTask<DocumentState?> FindKnownAsync(string document, CancellationToken cancellationToken)
    {
        var state = await parts.Exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false);
        if (state is null) await parts.Cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        return state;
    }

    private async ValueTask<bool> AnyAsync(string document, IReadOnlyList<ExchangeStage> stages, CancellationToken cancellationToken) =>
        (await parts.Exchange.ListMessagesAsync(new ExchangeQuery { Document = document, Stages = stages, Limit = 1 }, cancellationToken).ConfigureAwait(false)).Count > 0;
}
