namespace Benchmarks.Exchange;

/// <summary>What a round came to.</summary>
internal sealed record AcceptFigures(double PerSecond, double P99Milliseconds, int Count);
