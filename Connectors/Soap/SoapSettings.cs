using Connectors.Transport;

namespace Connectors.Soap;

/// <summary>The settings of a SOAP connector: one service and what its WSDL does not say.</summary>
public sealed class SoapSettings : HttpSettings
{
    /// <summary>The WSDL: a file, an address, or a query such as <c>?wsdl</c> behind the base address.</summary>
    public string Wsdl { get; set; } = "?wsdl";

    /// <summary>The service of the WSDL to use; empty for all.</summary>
    public string Service { get; set; } = "";

    /// <summary>The port of the WSDL to use; empty for all.</summary>
    public string Port { get; set; } = "";

    /// <summary>The version of SOAP where ports differ in it: <c>1.1</c>, <c>1.2</c>, or <c>auto</c> for 1.1 where there is one.</summary>
    public string Version { get; set; } = "auto";

    /// <summary>Whether calls go to the address in the WSDL; otherwise scheme, host and port are those of the base address.</summary>
    public bool UseAddressOfWsdl { get; set; }

    /// <summary>Whether <c>0001-01-01T00:00:00</c> in answers stands for no date, as in 1C.</summary>
    public bool EmptyDateIsNull { get; set; }

    /// <summary>Headers of SOAP sent with calls.</summary>
    public IList<SoapHeaderSettings> SoapHeaders { get; } = [];

    /// <summary>What the WSDL does not say about operations.</summary>
    public IList<SoapOperationSettings> Operations { get; } = [];

    /// <summary>How faults are told to callers.</summary>
    public IList<SoapFaultSettings> Faults { get; } = [];
}
