using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>A signature that a person must bring.</summary>
/// <param name="Item">What is handed out.</param>
/// <param name="MessageId">The message it is for.</param>
/// <param name="Second">Whether it is that of the second payload.</param>
internal sealed record PendingSignature(SigningItem Item, string MessageId, bool Second);
