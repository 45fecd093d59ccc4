using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>An operation of a port.</summary>
public sealed class WsdlOperation
{
    internal WsdlOperation(string name, string action, SoapBody input, SoapBody? output)
    {
        Name = name;
        Action = action;
        Input = input;
        Output = output;
        Parameters = input.Parameters();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The action sent with its requests; empty for none.</summary>
    public string Action { get; }

    /// <summary>One sentence of the WSDL about it, or null.</summary>
    public string? Description { get; internal init; }

    /// <summary>Its parameters, in the order of positional arguments.</summary>
    public IReadOnlyList<ConnectorParameterInfo> Parameters { get; }

    /// <summary>The kind of its result, or null where that is not known.</summary>
    public ValueKind? ResultKind => Output?.ResultKind();

    /// <summary>The name of the only result, or null where there is none or there are several.</summary>
    public string? SingleResult => Output?.Frame.Fields.List is [var only] ? only.Name : null;

    /// <summary>Whether there is no answer beyond "taken".</summary>
    public bool IsOneWay => Output is null;

    internal SoapBody Input { get; }

    internal SoapBody? Output { get; }
}
