using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>How a call ended for the invoker: its result, and whether the connector's method was ever started.</summary>
internal readonly record struct CallOutcome(InvokeResult Result, bool Started)
{
    /// <summary>Another caller with the same request id may run the call anew: its first caller left before it started, or it is Safe and its table was single-pass.</summary>
    public bool MayRunAgain { get; init; }

    /// <summary>The limit passed and the method runs on: its late outcome replaces this one.</summary>
    public bool StillRunning { get; init; }
}
