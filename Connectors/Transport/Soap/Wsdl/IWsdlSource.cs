namespace Connectors.Transport.Soap;

/// <summary>Where the documents of a WSDL come from.</summary>
public interface IWsdlSource
{
    /// <summary>The first document.</summary>
    Uri Root { get; }

    /// <summary>Whether a document that another one names may be read.</summary>
    /// <param name="address">Its whole address.</param>
    /// <returns>True when it may.</returns>
    bool Allows(Uri address);

    /// <summary>Reads a document that is allowed.</summary>
    /// <param name="address">Its whole address.</param>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">It could not be had.</exception>
    ValueTask<WsdlFile> ReadAsync(Uri address, CancellationToken cancellationToken);
}
