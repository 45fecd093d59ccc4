using System.Reflection;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A store that remembers the last suspension written.</summary>
internal class SpyStore : DispatchProxy
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
