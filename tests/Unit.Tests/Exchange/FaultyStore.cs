using System.Reflection;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A store whose calls can be made to fail for a while, as a database that restarts does.</summary>
#pragma warning disable CA1852 // The proxy is a type derived from it at run time.
internal class FaultyStore : DispatchProxy
#pragma warning restore CA1852
{
    private MemoryExchangeStore? inner;
    private int failures;

    /// <summary>How many of the next commits fail.</summary>
    public int FailingCommits { get; set; }

    /// <summary>How many commits failed.</summary>
    public int Failures => Volatile.Read(ref failures);

    /// <summary>Looks at each call before it is made; what it throws is the call's failure.</summary>
    public Action<string, object?>? Before { get; set; }

    public static (IExchangeStore Store, FaultyStore Faults) Over(MemoryExchangeStore store)
    {
        var proxy = Create<IExchangeStore, FaultyStore>();
        var faults = (FaultyStore)(object)proxy;
        faults.inner = store;
        return (proxy, faults);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Before?.Invoke(targetMethod!.Name, args?[0]);
        if (targetMethod!.Name != nameof(IExchangeStore.CommitAsync) || FailingCommits == 0) return targetMethod.Invoke(inner, args);
        FailingCommits--;
        Interlocked.Increment(ref failures);
        throw new IOException("The database restarts.");
    }
}
