using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Builds commits and writes them; where somebody was there first, everything is read and built again.</summary>
internal sealed class Commits(EngineParts parts, IExchangeAdapter adapter, AdapterCalls calls, string? user)
{
    private const int Tries = 16;

    /// <summary>Builds and writes until it holds.</summary>
    /// <param name="build">Fills a fresh draft from what is stored now; false leaves it.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The draft that was written; null when there was nothing to write.</returns>
    /// <exception cref="ConnectorException"><c>Conflict</c>: a record has another version than expected, a new message's id is taken, or the others never stop.</exception>
    public async Task<CommitDraft?> WriteAsync(Func<CommitDraft, Task<bool>> build, CancellationToken cancellationToken)
    {
        CommitConflict? conflict = null;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var draft = new CommitDraft(parts, adapter, calls, user);
            if (!await build(draft).ConfigureAwait(false) || draft.IsEmpty) return null;
            conflict = await parts.Store.CommitAsync(draft.Build(), cancellationToken).ConfigureAwait(false);
            if (conflict is null) return draft;
            if (conflict.What == "record") throw new ConnectorException(ExchangeErrors.RecordChanged(conflict.Key));
            if (conflict.What == "message" && draft.Added.Any(message => message.Id == conflict.Key)) throw new ConnectorException(ExchangeErrors.Duplicate(conflict.Key));
        }

        throw new ConnectorException(ExchangeErrors.Contended(conflict!.What, conflict.Key));
    }

    /// <summary>Moves a message by a step that is made of what it is now.</summary>
    /// <param name="message">The message as it was read; after a conflict it is read again.</param>
    /// <param name="stepOf">The step, or null for none.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>What was moved; null when no step was taken.</returns>
    public async Task<Moved?> MoveAsync(ExchangeMessage message, Func<ExchangeMessage, Step?> stepOf, CancellationToken cancellationToken)
    {
        ExchangeMessage? current = message;
        Moved? moved = null;
        await WriteAsync(async draft =>
        {
            moved = null;
            current ??= await parts.Store.FindMessageAsync(parts.ConnectorId, message.Id, cancellationToken).ConfigureAwait(false);
            var now = current;
            current = null;
            if (now is null || stepOf(now) is not { } step || await draft.MoveAsync(now, step, cancellationToken).ConfigureAwait(false) is not { } after) return false;
            moved = new Moved(now.Stage, after, step, draft.Documents.FindChanged(after.Content.Document));
            return true;
        }, cancellationToken).ConfigureAwait(false);
        if (moved is not null) Tell(moved);
        return moved;
    }

    private void Tell(Moved moved)
    {
        var message = moved.Message;
        if (moved.From != message.Stage) Log.Moved(parts.Logger, parts.ConnectorId, message.Id, message.Content.Organisation, message.Content.Operation, moved.From, message.Stage, moved.Step.Event);
        // What is handed out is in good hands.
        if (moved.From != message.Stage && moved.Step.Event != ExchangeEvent.SendHandedOut && message.Stage is ExchangeStage.Uncertain or ExchangeStage.Parked or ExchangeStage.Rejected)
        {
            Log.Trouble(parts.Logger, parts.ConnectorId, message.Id, message.Content.Organisation, message.Content.Operation, message.Stage, message.LastError?.Code, message.LastError?.Reason);
        }

        ExchangeSignals.Count(parts.ConnectorId, moved);
    }
}
