namespace Connectors.Egais;

/// <summary>An answer of the registry to a question.</summary>
/// <param name="Element">The element of its body.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="MessageId">The question.</param>
/// <param name="Xml">The whole document.</param>
internal sealed record StoredAnswer(string Element, DateTimeOffset ReceivedAt, string MessageId, byte[] Xml);
