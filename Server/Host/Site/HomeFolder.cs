namespace Server.Site;

/// <summary>The one folder that holds all that belongs to a site: configuration, secrets, plugins, data.</summary>
internal sealed class HomeFolder(string path)
{
    public const string Variable = "CONNECTORS_HOME";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string ConnectorsFile => In("config", "connectors.json");

    public string JobsFile => In("config", "jobs.json");

    public string EventsFile => In("config", "events.json");

    public string SignersFile => In("config", "signers.json");

    public string SigningWork => In("work", "signing");

    public string Secrets => In("secrets");

    public string Plugins => In("plugins");

    /// <summary>Where the home is: as the environment says, in the source folder when run from there, otherwise beside the executable.</summary>
    public static HomeFolder Find() => new(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : SourceFolder.Find() is { } source ? System.IO.Path.Combine(source, "home")
        : System.IO.Path.Combine(AppContext.BaseDirectory, "home"));

    /// <summary>Makes the folders, and the files that are missing, from the embedded defaults.</summary>
    /// <exception cref="StartException">The folder cannot be written to.</exception>
    public void Prepare(bool development, Uri demoErp)
    {
        try
        {
            foreach (var folder in new[] { In("config"), Secrets, Plugins }) Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Write(ConnectorsFile, development, demoErp);
            Write(JobsFile, development, demoErp);
            Write(EventsFile, development, demoErp);
            Write(SignersFile, development, demoErp);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The home folder '{Path}' cannot be prepared: {refused.Message} Make it writable, or name another one in {Variable}.", refused);
        }
    }

    private static void Write(string file, bool development, Uri demoErp)
    {
        if (File.Exists(file)) return;
        var name = System.IO.Path.GetFileNameWithoutExtension(file);
        var text = (development ? Embedded($"{name}.Development.json") : null) ?? Embedded($"{name}.json")!;
        File.WriteAllText(file, text.Replace("{demoErp}", demoErp.ToString().TrimEnd('/'), StringComparison.Ordinal));
    }

    private static string? Embedded(string name)
    {
        using var stream = typeof(HomeFolder).Assembly.GetManifestResourceStream($"Server.Site.Defaults.{name}");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);
}
