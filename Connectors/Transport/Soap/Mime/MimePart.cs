namespace Connectors.Transport.Soap;

/// <summary>A part of a message in several parts.</summary>
/// <param name="Id">Its content id without angle brackets; empty for none.</param>
/// <param name="ContentType">Its media type with parameters.</param>
/// <param name="Body">Its bytes, decoded.</param>
internal sealed record MimePart(string Id, string ContentType, ReadOnlyMemory<byte> Body);
