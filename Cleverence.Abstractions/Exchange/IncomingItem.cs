namespace Cleverence.Connectivity.Exchange;

/// <summary>An item in the other system's box.</summary>
/// <param name="Organisation">Whose box.</param>
/// <param name="RemoteId">What it is known by there, unique in the box. It does not end with <c>#</c> and a number: so the engine names other bytes that came under an id which was acknowledged before.</param>
/// <param name="Address">Where its bytes are.</param>
public sealed record IncomingItem(string Organisation, string RemoteId, string Address)
{
    /// <summary>Our request it answers, as the box says; null when it does not say.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Its kind, where the list tells.</summary>
    public string? Kind { get; init; }
}
