using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>What became of an outcome.</summary>
/// <param name="Pending">The outcome.</param>
/// <param name="Draft">The commit it is in; null when it is in none.</param>
/// <param name="Error">Why it was refused; null when its item must only wait.</param>
internal sealed record WrittenOutcome(PendingOutcome Pending, CommitDraft? Draft, ConnectorError? Error);
