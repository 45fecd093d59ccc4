using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>A WSDL at an address; documents it names are read from its own host and those of the settings.</summary>
public sealed class WsdlAddressSource : IWsdlSource
{
    private readonly RestTransport transport;
    private readonly AllowedTargets targets;

    /// <summary>Makes the source.</summary>
    /// <param name="transport">What fetches the documents.</param>
    /// <param name="options">The hosts that may be reached.</param>
    /// <param name="root">The whole address of the first document.</param>
    public WsdlAddressSource(RestTransport transport, TransportOptions options, Uri root)
    {
        this.transport = transport;
        targets = new AllowedTargets(options);
        Root = root;
    }

    /// <inheritdoc/>
    public Uri Root { get; }

    /// <inheritdoc/>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && targets.Allows(address);
    }

    /// <inheritdoc/>
    public async ValueTask<WsdlFile> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var request = new TransportRequest("GET", address.AbsoluteUri) { MaxBytes = XmlLimits.DocumentCharacters };
        var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new WsdlFile(answer.Body, answer.FullContentType);
    }
}
