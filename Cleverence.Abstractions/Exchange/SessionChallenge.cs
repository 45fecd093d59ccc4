namespace Cleverence.Connectivity.Exchange;

/// <summary>What must be signed, attached, to get a new session key.</summary>
/// <param name="ItemId">The id the signature is brought back under.</param>
/// <param name="Organisation">Whose key.</param>
/// <param name="Purpose">For which sub-system.</param>
/// <param name="Content">The bytes to sign.</param>
public sealed record SessionChallenge(string ItemId, string Organisation, string Purpose, byte[] Content)
{
    /// <summary>The order station or the like, where keys are kept for each.</summary>
    public string? Station { get; init; }

    /// <summary>What the adapter needs to redeem the signature; kept encrypted, never shown.</summary>
    public string? Memo { get; init; }

    /// <summary>Until when the other system takes the answer.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
