using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

[TestClass]
public sealed class ExchangeServicesTests
{
    [TestMethod]
    public async Task Each_connector_has_one_exchange_of_its_own()
    {
        var services = new ServiceCollection().AddSingleton<IExchangeStore>(new MemoryExchangeStore()).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddExchange(options => options.Parallel = 2);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var exchanges = provider.GetRequiredService<IConnectorScoped<IExchange>>();
        var adapter = new ScriptedAdapter(new RemoteSide());

        await exchanges.Of("znak").PrepareAsync(adapter, [new OutgoingMessage("1", "o", [1])], default);

        exchanges.Of("znak").Should().BeSameAs(exchanges.Of("znak"));
        (await exchanges.Of("znak").ListMessagesAsync(new ExchangeQuery(), default)).Should().ContainSingle();
        (await exchanges.Of("egais").ListMessagesAsync(new ExchangeQuery(), default)).Should().BeEmpty();
        provider.GetRequiredService<ExchangeOptions>().Parallel.Should().Be(2);
    }
}
