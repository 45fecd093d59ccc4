namespace Connectors.Transport.Soap;

/// <summary>A document as it came.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="ContentType">The media type it came with, or null.</param>
public sealed record WsdlFile(ReadOnlyMemory<byte> Bytes, string? ContentType);
