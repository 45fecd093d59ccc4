using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Unit.Tests.Hosting;

/// <summary>A home folder of its own with plugins, configuration and secrets, and the connectors started from it.</summary>
internal sealed class PluginHome : IAsyncDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("connectors-test-");
    private ServiceProvider? services;

    public LogLines Log { get; } = new();

    public string Plugins => Path.Combine(root.FullName, "plugins");

    public string Shipped => Path.Combine(root.FullName, "shipped");

    public string Secrets => Path.Combine(root.FullName, "secrets");

    public string SignersFile => Path.Combine(root.FullName, "config", "signers.json");

    public string ConfigFile => Path.Combine(root.FullName, "config", "connectors.json");

    public ConnectorRegistry Registry => Get<ConnectorRegistry>();

    public IPluginCatalog Catalog => Get<IPluginCatalog>();

    public IServerOperations Operations => Get<IServerOperations>();

    public string Copies => Path.Combine(root.FullName, "copies");

    public PluginHome Place(string staged, string? name = null)
    {
        StagedPlugins.CopyTo(staged, Path.Combine(Plugins, name ?? staged));
        return this;
    }

    public PluginHome Ship(string staged)
    {
        StagedPlugins.CopyTo(staged, Path.Combine(Shipped, staged));
        return this;
    }

    public PluginHome Configure(params string[] entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ConfigFile)!);
        Directory.CreateDirectory(Secrets);
        var temporary = ConfigFile + ".tmp";
        File.WriteAllText(temporary, $"{{\"connectors\":[{string.Join(",", entries)}]}}");
        File.Move(temporary, ConfigFile, overwrite: true);
        return this;
    }

    public async Task<PluginHome> StartAsync(Action<ConnectorsOptions>? configure = null, Action<IServiceCollection>? more = null)
    {
        Directory.CreateDirectory(Plugins);
        if (!File.Exists(ConfigFile)) Configure();
        var given = new ServiceCollection();
        more?.Invoke(given);
        services = given
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug))
            .AddConnectors(options =>
            {
                options.ConfigFile = ConfigFile;
                options.SecretsFolder = Secrets;
                options.CopiesFolder = Copies;
                options.PluginRoots.Add(Shipped);
                options.PluginRoots.Add(Plugins);
                options.PluginQuiet = TimeSpan.FromMilliseconds(100);
                options.ConfigQuiet = TimeSpan.FromMilliseconds(50);
                options.Poll = TimeSpan.FromMilliseconds(100);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>().Where(service => service is not ConnectorsService)) await service.StartAsync(CancellationToken.None);
        await services.StartConnectorsAsync();
        return this;
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public PluginInfo Plugin(string name) => Catalog.Plugins.Single(plugin => plugin.Name == name);

    public ConnectorHandle Handle(string id) => Registry.HandleOf(id) ?? throw new AssertFailedException($"No handle '{id}'.");

    public Task ReadyAsync(string id) => Eventually.BeTrueAsync(() => Registry.Find(id)?.State == ConnectorState.Ready, $"{id} is ready");

    /// <summary>Calls through the handle as the invoker does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<object?> CallAsync(string id, string method, params (string Name, object? Value)[] args)
    {
        var handle = Handle(id);
        if (!handle.TryEnter(out var instance)) throw new AssertFailedException($"'{id}' is {handle.State}: {handle.Fault?.Detail}");
        try
        {
            var (className, name) = method.Split('|') is [var first, var second] ? (first, second) : ("", method);
            var result = await instance.Connector.InvokeAsync(new InvokeArgs(id, className, name, [.. args.Select(arg => new InvokeArg(arg.Name, arg.Value))]), CancellationToken.None);
            return result.IsOk ? result.Value : throw new AssertFailedException(result.Error.Message);
        }
        finally
        {
            instance.Exit();
        }
    }

    /// <summary>A weak reference to the load context of the instance that serves now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WeakReference ContextOf(string id) => new(AssemblyLoadContext.GetLoadContext(Handle(id).Current!.Connector.GetType().Assembly));

    public async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        root.Delete(recursive: true);
    }
}
