using System.Data.Common;

namespace Server.Storage;

/// <summary>Many rows of codes at a time, each database in its quickest way.</summary>
internal interface ICodeRows
{
    /// <summary>Adds the codes of a block.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="block">The block and its order.</param>
    /// <param name="codes">The codes.</param>
    /// <param name="now">The moment.</param>
    /// <returns>How many are new, and how many somebody else had brought and are kept aside.</returns>
    (int Added, int Conflicts) Add(DbConnection connection, (string Id, string OrderId) block, IReadOnlyList<BlockCode> codes, long now);

    /// <summary>Sets the state of codes.</summary>
    /// <returns>How many there were.</returns>
    int SetState(DbConnection connection, IReadOnlyList<string> cises, string state, long now);
}
