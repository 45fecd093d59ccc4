namespace Connectors.Transport.Soap;

/// <summary>How far foreign XML is read: more is refused with a coded error, never cut.</summary>
internal static class XmlLimits
{
    /// <summary>How deep elements may lie in each other. Values of the contract lie at most 64 deep, and an envelope adds a few.</summary>
    public const int Depth = 72;

    /// <summary>The characters of one WSDL or schema document; the largest of accounting systems are a few millions.</summary>
    public const int DocumentCharacters = 32 * 1024 * 1024;

    /// <summary>The documents one WSDL may consist of.</summary>
    public const int Documents = 200;

    /// <summary>The attributes of one element.</summary>
    public const int Attributes = 256;
}
