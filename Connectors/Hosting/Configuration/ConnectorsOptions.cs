using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Where the connectors come from: folders of plugins, the configuration file, secrets, and what the host brings itself.</summary>
public sealed class ConnectorsOptions
{
    private readonly Dictionary<string, Func<IServiceProvider, IAsyncConnector>> builtIn = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path of <c>connectors.json</c>; null for a host that has only built-in connectors.</summary>
    public string? ConfigFile { get; set; }

    /// <summary>The folder of secret files; null for secrets from the environment alone.</summary>
    public string? SecretsFolder { get; set; }

    /// <summary>The folders that hold plugin folders. Where two have a folder of one name, the later root's wins.</summary>
    public IList<string> PluginRoots { get; } = [];

    /// <summary>Where private copies of plugins are made; the system's temporary folder when null.</summary>
    public string? CopiesFolder { get; set; }

    /// <summary>How long the files of a plugin must have been left alone before they are loaded; 1 s.</summary>
    public TimeSpan PluginQuiet { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the configuration must have been left alone before it is read; 300 ms.</summary>
    public TimeSpan ConfigQuiet { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often files are looked at without a notice from the operating system; 2 s.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the constructor and initialisation of a connector may take; 30 s.</summary>
    public TimeSpan BuildLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the start waits for connectors to become ready; slower ones become ready later. 5 s.</summary>
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromSeconds(5);

    internal IReadOnlyDictionary<string, Func<IServiceProvider, IAsyncConnector>> BuiltIn => builtIn;

    internal IReadOnlySet<string> BuiltInIds => builtIn.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a connector of the host itself: present without configuration; an entry with its id sets its limits.</summary>
    /// <param name="id">The id.</param>
    /// <param name="factory">Makes it.</param>
    /// <returns>The same options.</returns>
    public ConnectorsOptions AddBuiltIn(string id, Func<IServiceProvider, IAsyncConnector> factory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(factory);
        if (!builtIn.TryAdd(id, factory)) throw new ArgumentException($"A built-in connector '{id}' was already added; give it another id.", nameof(id));
        return this;
    }
}
