namespace Faults.Judge;

/// <summary>A document that the other side has.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Hash">The hash of its bytes.</param>
internal sealed record RemoteDocument(string Number, string Hash);
