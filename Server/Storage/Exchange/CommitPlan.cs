using System.Data.Common;
using Connectors.Exchange;

namespace Server.Storage;

/// <summary>A commit as its statements: all that can be made before the writer's turn is made here, in the thread of the caller.</summary>
internal sealed class CommitPlan(IReadOnlyList<CommitStep> steps)
{
    // What has a guard goes first, so that most conflicts are found before anything is written.
    public static CommitPlan Of(ExchangeCommit commit, IEnumerable<CommitStep> records)
    {
        var id = commit.ConnectorId;
        var steps = new List<CommitStep>(commit.Added.Count + commit.Changed.Count + commit.Documents.Count + commit.Protocol.Count + commit.Incoming.Count + commit.Acknowledged.Count + 1);
        foreach (var message in commit.Changed) steps.Add(new CommitStep(ExchangeMessageSql.Change, MessageValues.Changed(id, message, commit.LeaseOwner), new CommitConflict("message", message.Id)));
        foreach (var state in commit.Documents) steps.Add(new CommitStep(state.Version == 0 ? DocumentStateRow.Insert : DocumentStateRow.Change, DocumentStateRow.ValuesOf(id, state), new CommitConflict("document", state.Document)));
        foreach (var item in commit.Incoming) steps.Add(new CommitStep(IncomingRow.Of(item), IncomingRow.ValuesOf(id, item), new CommitConflict("incoming", item.Item.RemoteId)));
        foreach (var item in commit.Acknowledged) steps.Add(new CommitStep(IncomingRow.Acknowledge, [id, item], null));
        steps.AddRange(records);
        foreach (var message in commit.Added) steps.Add(new CommitStep(ExchangeMessageSql.Insert, MessageValues.Inserted(id, message), new CommitConflict("message", message.Id)));
        if (commit.Suspension is { } suspension) steps.Add(new CommitStep(SuspensionSql.Save, [id, suspension.Id, suspension.Sealed, UnixTime.Of(suspension.ExpiresAt)], null));
        foreach (var record in commit.Protocol) steps.Add(new CommitStep(ProtocolRow.Insert, ProtocolRow.ValuesOf(id, record), null));
        return new CommitPlan(steps);
    }

    /// <summary>Writes all of it.</summary>
    /// <returns>The guard that did not hold, while nothing was written; null when all is written.</returns>
    /// <exception cref="CommitRefusedException">A guard did not hold when something was written already.</exception>
    public CommitConflict? Execute(DbConnection connection)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at].Execute(connection)) continue;
            return at == 0 ? steps[at].Guard : throw new CommitRefusedException(steps[at].Guard!);
        }

        return null;
    }
}
