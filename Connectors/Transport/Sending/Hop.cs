namespace Connectors.Transport;

/// <summary>One message of a call: the first, or one that a redirect asks for.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="WithBody">Whether the request's body goes along.</param>
/// <param name="IsHome">Whether the address is of the base address's origin; credentials go nowhere else.</param>
internal sealed record Hop(HttpMethod Method, Uri Address, bool WithBody, bool IsHome)
{
    /// <summary>Whether it reads the result of a change that was made before it.</summary>
    public bool IsFollowingRead => !WithBody && Method == HttpMethod.Get;
}
