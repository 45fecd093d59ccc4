using System.Data.Common;
using Connectors.Exchange;

namespace Server.Storage;

/// <summary>One statement of a commit, its values made before the writer's turn.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Values">Its values.</param>
/// <param name="Guard">What it means when it finds no row; null where it has none to find.</param>
internal sealed record CommitStep(HotStatement Statement, object?[] Values, CommitConflict? Guard)
{
    /// <summary>Whether it is the finding of a row that is refused.</summary>
    public bool MustFindNone { get; init; }

    /// <summary>Does it.</summary>
    /// <returns>Whether its guard held.</returns>
    public bool Execute(DbConnection connection) => Statement.Execute(connection, Values) > 0 != MustFindNone || Guard is null;
}
