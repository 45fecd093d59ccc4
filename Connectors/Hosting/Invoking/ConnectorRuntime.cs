namespace Connectors.Hosting;

/// <summary>The running parts of one configured connector, which outlive a swap of its plugin: gate, threads, breakers, last error.</summary>
internal sealed class ConnectorRuntime(ConnectorOptions options, bool classic, TimeProvider time)
{
    public const int DefaultGate = 16;

    public ConcurrencyGate Gate { get; } = new(options.Gate ?? (classic ? 1 : DefaultGate), options.Queue);

    public ConnectorThreads Threads { get; } = new(options.Id, options.Gate ?? (classic ? 1 : DefaultGate));

    public CircuitBreakers Breakers { get; } = new(options.BreakerFailures, options.BreakerPause, time);

    /// <summary>The error of the last failed call, with its time.</summary>
    public LastError? LastError { get; set; }
}
