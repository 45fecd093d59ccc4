using System.Reflection;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A store that remembers the last suspension written.</summary>
#pragma warning disable CA1852 // The proxy is a type derived from it at run time.
internal class SpyStore : DispatchProxy
#pragma warning restore CA1852
{
    private MemoryExchangeStore? inner;

    public Suspension? Suspension { get; private set; }

    public static (IExchangeStore Store, SpyStore Spy) Over(MemoryExchangeStore store)
    {
        var proxy = Create<IExchangeStore, SpyStore>();
        var spy = (SpyStore)(object)proxy;
        spy.inner = store;
        return (proxy, spy);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args?[0] is ExchangeCommit { Suspension: { } suspension }) Suspension = suspension;
        return targetMethod!.Invoke(inner, args);
    }
}
