namespace Cleverence.Connectivity.Exchange;

/// <summary>A signature, or the word that a person will bring it.</summary>
public sealed class SignOutcome
{
    private SignOutcome(byte[]? cms) => Cms = cms;

    /// <summary>Nobody signs on this server: the bytes are handed out, and the CMS is brought back later.</summary>
    public static SignOutcome Deferred { get; } = new(null);

    /// <summary>The signature, DER; null when it is deferred.</summary>
    public byte[]? Cms { get; }

    /// <summary>A signature that was made.</summary>
    /// <param name="cms">CMS SignedData, DER.</param>
    /// <returns>The outcome.</returns>
    public static SignOutcome Signed(byte[] cms)
    {
        ArgumentNullException.ThrowIfNull(cms);
        return new(cms);
    }
}
