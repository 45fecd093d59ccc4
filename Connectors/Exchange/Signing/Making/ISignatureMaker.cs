using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>One way to get a signature.</summary>
internal interface ISignatureMaker
{
    /// <summary>Whether what it gives is CMS and can be checked.</summary>
    bool GivesCms { get; }

    /// <summary>Makes a signature.</summary>
    /// <returns>What the tool or service gave, in whatever form; null when a person will sign.</returns>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">It could not be made.</exception>
    Task<byte[]?> MakeAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken);
}
