using Benchmarks.Exchange;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Benchmarks.Egais;

/// <summary>The engine on the server's store: each document is recognised, kept, its meaning applied in a transaction with protocol and document, and its copy removed.</summary>
internal sealed class EngineInbox : IInboxSide
{
    private readonly BenchStore home = new();
    private readonly ServiceProvider services;
    private readonly IExchange exchange;
    private readonly OutBoxCalls calls;

    public EngineInbox(Uri address)
    {
        calls = new OutBoxCalls(address);
        services = new ServiceCollection().AddLogging().AddSingleton<IExchangeStore>(home.Store).AddExchange().BuildServiceProvider();
        exchange = services.GetRequiredService<IConnectorScoped<IExchange>>().Of("egais");
    }

    public async Task EmptyAsync()
    {
        var run = new ExchangeRun { Organisations = [OutBoxAdapter.Organisation], Part = ExchangePart.Receiving, Budget = TimeSpan.FromHours(1) };
        var result = await exchange.RunAsync(new OutBoxAdapter(calls), run, CancellationToken.None);
        if (result.Organisations is not [{ Failed: 0 }]) throw new InvalidOperationException($"The run failed: {result.Organisations[0].Error?.Message}");
    }

    public async Task<long?> CountAsync()
    {
        var (count, after) = (0L, (string?)null);
        while (await home.Store.ListIncomingAsync("egais", OutBoxAdapter.Organisation, [IncomingStage.Acknowledged], after, 1000, false, CancellationToken.None) is { Count: > 0 } page)
        {
            (count, after) = (count + page.Count, page[^1].Id);
        }

        return count;
    }

    public void Dispose()
    {
        calls.Dispose();
        services.Dispose();
        home.Dispose();
    }
}
