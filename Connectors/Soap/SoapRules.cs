using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>The settings of a SOAP connector, checked and ready for use.</summary>
internal sealed record SoapRules(TransportOptions Transport)
{
    /// <summary>The file of the WSDL, or null when it is at an address.</summary>
    public string? WsdlFile { get; init; }

    /// <summary>The address of the WSDL, or null when it is a file.</summary>
    public Uri? WsdlAddress { get; init; }

    public string Service { get; init; } = "";

    public string Port { get; init; } = "";

    /// <summary>The version wanted, or null for any.</summary>
    public SoapVersion? Version { get; init; }

    public bool UseAddressOfWsdl { get; init; }

    public bool EmptyDateIsNull { get; init; }

    public IReadOnlyList<SoapOperationRule> Operations { get; init; } = [];

    public IReadOnlyList<HeaderTemplate> Headers11 { get; init; } = [];

    public IReadOnlyList<HeaderTemplate> Headers12 { get; init; } = [];

    public IReadOnlyList<SoapFaultRule> Faults { get; init; } = [];

    /// <summary>The headers for a version of SOAP.</summary>
    public IReadOnlyList<HeaderTemplate> Headers(SoapVersion version) => version == SoapVersion.Soap12 ? Headers12 : Headers11;

    /// <summary>The rule of an operation, the most exact one first; or null.</summary>
    public SoapOperationRule? RuleOf(WsdlPort port, string operation) =>
        Operations.FirstOrDefault(rule => rule.Is(port.Name, operation)) ?? Operations.FirstOrDefault(rule => rule.Is(port.Service, operation)) ?? Operations.FirstOrDefault(rule => rule.Is("", operation));

    /// <summary>Sorts a fault by the settings; null where they say nothing.</summary>
    public ConnectorError? SortFault(SoapFault fault) => Faults.FirstOrDefault(rule => rule.Answers(fault))?.ErrorOf(fault);
}
