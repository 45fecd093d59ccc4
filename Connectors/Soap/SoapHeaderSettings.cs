namespace Connectors.Soap;

/// <summary>A header of SOAP: XML as it stands, or a name and a value.</summary>
public sealed class SoapHeaderSettings
{
    /// <summary>The whole element as XML, with <c>{argument}</c> places.</summary>
    public string Xml { get; set; } = "";

    /// <summary>The element's name, in place of <see cref="Xml"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The element's namespace.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The element's text, with <c>{argument}</c> places.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether a service that does not know the header must refuse the call.</summary>
    public bool MustUnderstand { get; set; }

    /// <summary>The operations it is sent with; empty for all.</summary>
    public IList<string> Operations { get; } = [];
}
