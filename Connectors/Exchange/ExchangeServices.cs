using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>Wires the exchange engine into a host.</summary>
public static class ExchangeServices
{
    /// <summary>Adds <see cref="IExchange"/> for each connector. The host brings <see cref="IExchangeStore"/>, and the connectors' records where it has them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddExchange(this IServiceCollection services, Action<ExchangeOptions>? configure = null)
    {
        var options = new ExchangeOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<IConnectorScoped<IExchange>>(of => new ExchangeEngines(
            of.GetRequiredService<IExchangeStore>(),
            of.GetService<IConnectorScoped<IConnectorRecords>>(),
            of.GetRequiredService<TimeProvider>(),
            of.GetRequiredService<ILogger<ExchangeEngine>>(),
            options));
        return services;
    }
}
