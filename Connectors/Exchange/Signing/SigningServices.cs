using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Connectors.Exchange;

/// <summary>Wires the signers into a host.</summary>
public static class SigningServices
{
    /// <summary>Adds <see cref="ISigners"/> and the service that reads their file. Call it before the connectors are added: they ask for signers when they start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets file, secrets and limits.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSigning(this IServiceCollection services, Action<SigningOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SigningOptions();
        configure(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<SignersFile>();
        services.AddSingleton<SignerMaking>();
        services.AddSingleton<ExpiryWatch>();
        services.AddSingleton<Signers>();
        services.AddSingleton<ISigners>(of => of.GetRequiredService<Signers>());
        services.AddSingleton<ISignersStatus>(of => of.GetRequiredService<Signers>());
        services.AddSingleton<IHostedService, SignersService>();
        return services;
    }
}
