using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What people may do to a document: take its transfer back, undo its last operation, restore its status.</summary>
internal sealed class DocumentVerbs(EngineParts parts, Commits commits, string? user)
{
    public async Task<IReadOnlyList<ExchangeChange>> CancelTransferAsync(string document, CancellationToken cancellationToken)
    {
        List<(ExchangeStage From, ExchangeMessage Message)> cancelled = [];
        var draft = await commits.WriteAsync(async fresh =>
        {
            cancelled.Clear();
            var open = await OpenAsync(document, cancellationToken).ConfigureAwait(false);
            var step = new Step(ExchangeEvent.Cancel) { User = user, Description = "The transfer was taken back before it was sent." };
            foreach (var message in open)
            {
                if (await fresh.MoveAsync(message, step, cancellationToken).ConfigureAwait(false) is { } after) cancelled.Add((message.Stage, after));
            }

            if (open.Count > 0 && cancelled.Count == 0) throw new ConnectorException(ExchangeErrors.Transmitted(document));
            return cancelled.Count > 0;
        }, cancellationToken).ConfigureAwait(false);
        return [.. cancelled.Select(pair => Changes.Of(pair.Message, draft!.Documents.FindChanged(document)))];
    }

    public async Task<ExchangeChange> CancelLastOperationAsync(string document, CancellationToken cancellationToken)
    {
        DocumentState? state = null;
        DocumentFact? undone = null;
        var draft = await commits.WriteAsync(async fresh =>
        {
            state = await parts.Store.FindDocumentAsync(parts.ConnectorId, document, cancellationToken).ConfigureAwait(false);
            if (state is not { IsError: true }) throw new ConnectorException(ExchangeErrors.NoFailure(document, state?.Status ?? ""));
            var open = await OpenAsync(document, cancellationToken).ConfigureAwait(false);
            if (open.Count > 0) throw new ConnectorException(ExchangeErrors.StillOpen(document, open[0].Id));
            var protocol = await parts.Store.ListProtocolAsync(parts.ConnectorId, document, withPayloads: false, cancellationToken).ConfigureAwait(false);
            var last = StatusReplay.Standing([.. protocol.Select(record => record.Fact).OfType<DocumentFact>()]).LastOrDefault(fact => fact.MessageId is not null);
            undone = new DocumentFact(document, state.Kind, state.Operation, FactKind.Undone) { Organisation = state.Organisation, MessageId = last?.MessageId };
            await fresh.AddFactAsync(undone, cancellationToken).ConfigureAwait(false);
            fresh.Write(new ProtocolRecord(parts.Ids.Next(), state.Operation, parts.Now) { Document = document, MessageId = undone.MessageId, Description = "The last operation was taken back here; the other side was not told." });
            return true;
        }, cancellationToken).ConfigureAwait(false);
        var now = draft!.Documents.FindChanged(document);
        return new ExchangeChange(state!.Organisation, state.Operation) { MessageId = undone!.MessageId, Document = document, NewStatus = now?.Status, NewActions = now?.Actions ?? [] };
    }

    public async Task<DocumentState?> RestoreStatusAsync(string document, CancellationToken cancellationToken)
    {
        DocumentState? restored = null;
        await commits.WriteAsync(async fresh =>
        {
            restored = await fresh.Documents.RestoreAsync(document, cancellationToken).ConfigureAwait(false);
            if (restored is null) return false;
            fresh.Write(new ProtocolRecord(parts.Ids.Next(), restored.Operation, parts.Now) { Document = document, Description = "The status was computed from the protocol again." });
            return true;
        }, cancellationToken).ConfigureAwait(false);
        return restored is null ? null : restored with { Version = restored.Version + 1 };
    }

    private Task<IReadOnlyList<ExchangeMessage>> OpenAsync(string document, CancellationToken cancellationToken) =>
        parts.Store.ListMessagesAsync(parts.ConnectorId, new ExchangeQuery { Document = document, Limit = int.MaxValue }, cancellationToken);
}
