using System.Xml;

namespace Connectors.Transport.Soap;

/// <summary>An element as a part of a type's content, or on its own.</summary>
internal sealed class XsdElement : XsdParticle
{
    private string? fieldName;

    public required XmlQualifiedName Name { get; init; }

    public required XsdType Type { get; init; }

    public bool Nillable { get; init; }

    /// <summary>The value an empty element stands for, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The only value allowed, or null.</summary>
    public string? Fixed { get; init; }

    public string? Description { get; init; }

    /// <summary>The name its value has in a record: the local name, unless another element of the type has it too.</summary>
    public string Field { get => fieldName ?? Name.Name; set => fieldName = value; }

    /// <summary>Whether a call need not give it.</summary>
    public bool MayBeLeftOut => Min == 0 || Nillable || Default is not null || Fixed is not null;
}
