namespace Cleverence.Connectivity.Exchange;

/// <summary>Makes signatures with one key: CMS SignedData (RFC 5652), DER.</summary>
/// <remarks>Thread-safe; one signature at a time is made with one key. No private key is in the server's process or store.</remarks>
public interface ISigner
{
    /// <summary>The name it has in the configuration.</summary>
    string Name { get; }

    /// <summary>Tells whose key it is. The answer is kept for a while.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The certificate's facts.</returns>
    /// <exception cref="ConnectorException">The key cannot be asked.</exception>
    ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Signs bytes, or says that a person will.</summary>
    /// <param name="content">The bytes to be signed, exactly as they are sent.</param>
    /// <param name="form">Whether the signature carries them.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The signature, or <see cref="SignOutcome.Deferred"/>.</returns>
    /// <exception cref="ConnectorException">The signature could not be made.</exception>
    ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken);
}
