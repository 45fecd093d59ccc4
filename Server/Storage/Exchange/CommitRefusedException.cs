using Connectors.Exchange;

namespace Server.Storage;

/// <summary>Takes back what a commit has written before a guard of it did not hold; nobody outside sees it. The other writes of the group stay.</summary>
internal sealed class CommitRefusedException(CommitConflict conflict) : Exception($"The {conflict.What} was changed by somebody else.")
{
    public CommitConflict Conflict { get; } = conflict;
}
