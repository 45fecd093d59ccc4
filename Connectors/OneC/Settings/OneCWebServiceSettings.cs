namespace Connectors.OneC;

/// <summary>One web service of the base.</summary>
public sealed class OneCWebServiceSettings
{
    /// <summary>Its name, as in the WSDL; also the class callers name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The class callers name, where it is another one.</summary>
    public string Class { get; set; } = "";

    /// <summary>The address below the base; empty for <c>ws/&lt;Name&gt;</c>. <c>ws/gate.1cws</c> is one by alias.</summary>
    public string Address { get; set; } = "";

    /// <summary>The WSDL as a file; empty for the one the base gives (<c>?wsdl</c>).</summary>
    public string Wsdl { get; set; } = "";

    /// <summary>The version of SOAP: <c>1.1</c> or <c>1.2</c>.</summary>
    public string Soap { get; set; } = "1.1";
}
