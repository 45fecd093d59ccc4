using Connectors.Exchange;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Server;
using Server.Exchange;
using Server.Site;

namespace Unit.Tests.Host.Exchange;

[TestClass]
public sealed class ExchangeLeaseTests
{
    [TestMethod]
    public void Lease_of_the_exchange_is_a_minute() => LeaseOf([]).Should().Be(TimeSpan.FromMinutes(1));

    [TestMethod]
    public void Lease_of_the_exchange_is_taken_from_the_settings() => LeaseOf(new() { ["Server:ExchangeLease"] = "00:00:07" }).Should().Be(TimeSpan.FromSeconds(7));

    [TestMethod]
    public void Lease_of_nothing_is_refused() =>
        FluentActions.Invoking(() => LeaseOf(new() { ["Server:ExchangeLease"] = "00:00:00" })).Should().Throw<StartException>().WithMessage("*ExchangeLease*");

    [TestMethod]
    public void Wait_of_an_incoming_item_is_taken_from_the_settings_or_five_minutes()
    {
        OptionsOf(new() { ["Server:ExchangeIncomingRetry"] = "00:00:07" }).IncomingRetry.Should().Be(TimeSpan.FromSeconds(7));
        OptionsOf([]).IncomingRetry.Should().Be(TimeSpan.FromMinutes(5));
    }

    private static TimeSpan LeaseOf(Dictionary<string, string?> settings) => OptionsOf(settings).Lease;

    private static ExchangeOptions OptionsOf(Dictionary<string, string?> settings)
    {
        var options = ServerOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var services = new ServiceCollection().AddExchange(new HomeFolder(Path.Combine(Path.GetTempPath(), "connectors-no-home")), options);
        return services.Select(service => service.ImplementationInstance).OfType<ExchangeOptions>().Single();
    }
}
