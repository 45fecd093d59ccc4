using System.Collections.Frozen;

namespace Server.Storage;

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">The id, for lists and logs.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Connectors">The connectors it may call; empty for all.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was revoked; null while it is valid.</param>
public sealed record ApiKey(string Id, string Name, IReadOnlyList<string> Connectors, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    private readonly FrozenSet<string> allowed = Connectors.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it may change the server: keys, jobs. A key of a handheld may not.</summary>
    public bool Admin { get; init; }

    /// <summary>Whether it may call a connector.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <returns>True when it may.</returns>
    public bool Allows(string connectorId) => allowed.Count == 0 || allowed.Contains(connectorId);
}
