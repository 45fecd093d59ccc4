namespace Connectors.Transport.Soap;

/// <summary>A port: one address, one version of SOAP, and the operations it takes.</summary>
/// <param name="Service">The service it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="PortType">What it offers; ports of one service that offer the same differ in version or address only.</param>
/// <param name="Version">The version of SOAP.</param>
/// <param name="Address">The address in the WSDL, or null when there is none that can be used.</param>
/// <param name="Operations">Its operations.</param>
public sealed record WsdlPort(string Service, string Name, string PortType, SoapVersion Version, Uri? Address, IReadOnlyList<WsdlOperation> Operations);
