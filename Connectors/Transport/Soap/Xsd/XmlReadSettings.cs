namespace Connectors.Transport.Soap;

/// <summary>How an answer is read.</summary>
/// <param name="Types">The schemas.</param>
/// <param name="Attachments">The parts that came with the answer, by content id; null when there are none.</param>
/// <param name="EmptyDateIsNull">Whether the first day of the calendar stands for no date.</param>
internal sealed record XmlReadSettings(XsdTypes Types, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Attachments, bool EmptyDateIsNull);
