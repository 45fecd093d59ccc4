using System.Xml;

namespace Connectors.Transport.Soap;

/// <summary>An attribute a type has.</summary>
/// <param name="Name">Its name; the namespace is empty for most.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">Whether it must be given.</param>
internal sealed record XsdAttribute(XmlQualifiedName Name, XsdSimple Type, bool Required)
{
    /// <summary>The value written where none is given, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The only value allowed, or null.</summary>
    public string? Fixed { get; init; }

    /// <summary>The name its value has in a record.</summary>
    public string Field { get; } = "@" + Name.Name;
}
