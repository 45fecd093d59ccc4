namespace Server.Access;

/// <summary>A known key.</summary>
/// <param name="Id">Its id; never the key itself.</param>
/// <param name="Name">Its name.</param>
/// <param name="Connectors">The connectors it may call; empty for all.</param>
internal sealed record AdmittedKey(string Id, string Name, IReadOnlyList<string> Connectors)
{
    /// <summary>Whether it may do everything the API offers.</summary>
    public bool IsUnlimited => Connectors.Count == 0;

    public bool MayCall(string connectorId) => IsUnlimited || Connectors.Contains(connectorId, StringComparer.OrdinalIgnoreCase);
}
