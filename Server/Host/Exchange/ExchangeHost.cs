using Connectors.Exchange;
using Connectors.Hosting;
using Server.Site;

namespace Server.Exchange;

/// <summary>Wires the durable exchange and the signers into the server.</summary>
internal static class ExchangeHost
{
    /// <summary>Adds them. Before the connectors: those ask for their exchange and their signers as they start.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services, HomeFolder home, ServerOptions options)
    {
        services.AddExchange(exchange => (exchange.NodeName, exchange.Lease, exchange.IncomingRetry) = (options.NodeName, options.ExchangeLease, options.ExchangeIncomingRetry));
        var secrets = new SecretSource(home.Secrets);
        services.AddSigning(signing =>
        {
            (signing.File, signing.WorkFolder) = (home.SignersFile, home.SigningWork);
            signing.FindSecret = name => SecretSource.IsName(name) && secrets.TryGet(name, out var secret) ? secret : null;
        });
        return services;
    }
}
