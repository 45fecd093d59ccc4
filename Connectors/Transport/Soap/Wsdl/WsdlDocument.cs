using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>A WSDL, read and understood. Immutable.</summary>
public sealed class WsdlDocument
{
    internal WsdlDocument(IReadOnlyList<WsdlPort> ports, IReadOnlyList<ConnectorProblem> warnings, XsdTypes types)
    {
        Ports = ports;
        Warnings = warnings;
        Types = types;
    }

    /// <summary>All ports that can be called.</summary>
    public IReadOnlyList<WsdlPort> Ports { get; }

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<ConnectorProblem> Warnings { get; }

    internal XsdTypes Types { get; }

    /// <summary>Reads a WSDL and the documents it names.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <returns>The WSDL.</returns>
    /// <exception cref="WsdlException">It cannot be used.</exception>
    /// <exception cref="ConnectorException">A document could not be fetched.</exception>
    public static async ValueTask<WsdlDocument> LoadAsync(IWsdlSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = new WsdlFiles(source);
        await files.GatherAsync(cancellationToken).ConfigureAwait(false);
        return new WsdlModel(files).Build();
    }
}
