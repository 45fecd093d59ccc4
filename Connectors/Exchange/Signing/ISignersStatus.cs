using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>How the signers stand, for people.</summary>
public interface ISignersStatus
{
    /// <summary>What is wrong in the file as it was last read, or why it could not be; the secrets' values never.</summary>
    IReadOnlyList<ConnectorProblem> Problems { get; }

    /// <summary>How many certificates end soon or have ended, as of the last look; one is made every hour.</summary>
    int CertificatesEnding { get; }

    /// <summary>Looks at all signers.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The signers in their order.</returns>
    ValueTask<IReadOnlyList<SignerState>> LookAsync(CancellationToken cancellationToken);
}
