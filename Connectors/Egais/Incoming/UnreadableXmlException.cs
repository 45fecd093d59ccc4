namespace Connectors.Egais;

/// <summary>A document cannot be read: its XML is malformed, or a field without which it means nothing is missing. It is kept raw and stays in the UTM.</summary>
internal sealed class UnreadableXmlException : Exception
{
    public UnreadableXmlException(string message, int line, int column, Exception? inner = null)
        : base(message, inner) => (Line, Column) = (line, column);

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The character in the line, from 1.</summary>
    public int Column { get; }

    /// <summary>The same for people.</summary>
    public string MessageRu { get; init; } = "";
}
