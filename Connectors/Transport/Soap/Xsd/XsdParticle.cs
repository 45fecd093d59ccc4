namespace Connectors.Transport.Soap;

/// <summary>A part of a type's content: an element, a group of parts, or any element.</summary>
internal abstract class XsdParticle
{
    /// <summary>How often it must come.</summary>
    public required int Min { get; init; }

    /// <summary>How often it may come; <see cref="int.MaxValue"/> for any number.</summary>
    public required int Max { get; init; }
}
