using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>A WSDL cannot be used.</summary>
public sealed class WsdlException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problem">What is wrong.</param>
    public WsdlException(ConnectorProblem problem)
        : base(problem?.Message) => Problem = problem ?? throw new ArgumentNullException(nameof(problem));

    /// <summary>What is wrong and what to do.</summary>
    public ConnectorProblem Problem { get; }
}
