using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What was fetched at one time and is committed.</summary>
/// <param name="Stored">What is to be handled.</param>
/// <param name="Again">What has had its effect before: only its remote copy is to be removed.</param>
internal sealed record FetchedSlice(IReadOnlyList<StoredIncoming> Stored, IReadOnlyList<StoredIncoming> Again);
