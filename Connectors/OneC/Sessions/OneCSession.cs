namespace Connectors.OneC;

/// <summary>An explicit session of 1C, used by one call at a time.</summary>
/// <param name="area">The service it belongs to, such as <c>hs/conn</c>: each has a pool of its own.</param>
internal sealed class OneCSession(string area)
{
    public string Area { get; } = area;

    /// <summary>Its cookie; null until 1C has given one, and after it was lost.</summary>
    public string? Cookie { get; private set; }

    /// <summary>When its last call ended.</summary>
    public long UsedAt { get; private set; }

    public void Keep(string? given, long now)
    {
        if (!string.IsNullOrEmpty(given)) Cookie = given;
        UsedAt = now;
    }

    public void Forget() => Cookie = null;
}
