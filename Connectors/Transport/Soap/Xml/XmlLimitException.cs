namespace Connectors.Transport.Soap;

/// <summary>Foreign XML is over a limit of <see cref="XmlLimits"/>.</summary>
internal sealed class XmlLimitException(string message) : System.Xml.XmlException(message);
