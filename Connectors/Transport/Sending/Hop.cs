namespace Connectors.Transport;

/// <summary>One message of a call: the first, or one that a redirect asks for.</summary>
internal sealed record Hop(HttpMethod Method, Uri Address, bool WithBody)
{
    /// <summary>Whether it reads the result of a change that was made before it.</summary>
    public bool IsFollowingRead => !WithBody && Method == HttpMethod.Get;
}
