using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The last answer to a question.</summary>
/// <param name="ReceivedAt">When it was taken in.</param>
/// <param name="Answer">Its fields.</param>
internal sealed record GivenAnswer(DateTimeOffset ReceivedAt, ConnectorRecord Answer);
