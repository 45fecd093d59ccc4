namespace Connectors.Transport.Soap;

/// <summary>The version of the protocol a port speaks.</summary>
public enum SoapVersion
{
    /// <summary>SOAP 1.1.</summary>
    Soap11,

    /// <summary>SOAP 1.2.</summary>
    Soap12,
}
