using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Connectors.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ServerJobs;

namespace Server.Storage;

/// <summary>Wires the storage into a host.</summary>
public static class StorageServices
{
    /// <summary>Adds the databases and every store on them. The databases are opened with the first store asked for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where they are.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(of => SqlDatabase.Open(options, of.GetRequiredService<TimeProvider>(), of.GetService<ILogger<SqlDatabase>>()));
        services.AddSingleton<IJobStore>(of => new SqlJobStore(of.GetRequiredService<SqlDatabase>(), options, of.GetRequiredService<TimeProvider>()));
        if (options.Provider == StorageProvider.PostgreSql) services.AddSingleton<IJobClaims>(of => of.GetRequiredService<SqlDatabase>().Claims());
        services.AddSingleton<ServerJobs.Background.IBackgroundStore, SqlBackgroundStore>();
        if (options.Provider == StorageProvider.PostgreSql) services.AddSingleton<ServerJobs.Background.ISharedOperations, SqlSharedOperations>();
        if (options.Provider == StorageProvider.PostgreSql) services.AddSingleton<SqlOperationLocks>();
        services.AddSingleton<IDocumentStore, SqlDocumentStore>();
        services.AddSingleton<SqlDocumentEvents>();
        services.AddSingleton<IProductStore, SqlProductStore>();
        services.AddSingleton<AccessStore>();
        services.AddSingleton<SqlReplayStore>();
        services.AddSingleton<IExchangeStore, SqlExchangeStore>();
        services.AddSingleton<IConnectorScoped<IConnectorRecords>, SqlConnectorRecords>();
        services.AddSingleton<SqlMarkingCodeStore>();
        services.AddSingleton<IMarkingCodeStore>(of => of.GetRequiredService<SqlMarkingCodeStore>());
        return services;
    }
}
