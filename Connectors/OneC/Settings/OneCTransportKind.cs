namespace Connectors.OneC;

/// <summary>The three ways into a base.</summary>
internal enum OneCTransportKind
{
    /// <summary>Our convention of an HTTP service.</summary>
    Http,

    /// <summary>A web service by its WSDL.</summary>
    Soap,

    /// <summary>The standard OData interface.</summary>
    OData,
}
