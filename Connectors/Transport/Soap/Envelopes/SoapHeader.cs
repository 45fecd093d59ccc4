namespace Connectors.Transport.Soap;

/// <summary>A header sent with requests: one XML element as text, its places already filled.</summary>
/// <param name="Xml">The element.</param>
public sealed record SoapHeader(string Xml);
