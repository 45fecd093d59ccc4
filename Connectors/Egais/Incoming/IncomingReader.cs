namespace Connectors.Egais;

/// <summary>Reads what the UTM hands out. It decides by the body element and reads by local names in any order: the registry changes order and prefixes.</summary>
internal static class IncomingReader
{
    /// <summary>The size that a document may have when nothing else is set: 100 MB.</summary>
    public const long DefaultMaxBytes = 100L * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <param name="xml">The text as it came; white space and a byte order mark before it do no harm.</param>
    /// <param name="maxBytes">The size from which on it is refused.</param>
    /// <exception cref="UnreadableXmlException">The XML is malformed, too large, or misses what it cannot mean anything without.</exception>
    public static IncomingDocument Read(ReadOnlyMemory<byte> xml, long maxBytes = DefaultMaxBytes) => throw new NotImplementedException();
}
