using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>The live configuration: the last good snapshot of <c>connectors.json</c> with its secrets, and a banner while the file is broken.</summary>
internal sealed class ConnectorsConfig(ConnectorsOptions options, TimeProvider time, ILogger<ConnectorsConfig> log) : IConnectorsConfigStatus, IAsyncDisposable
{
    private const string FileKey = "connectors", SecretsKey = "secrets";
    private readonly string? path = options.ConfigFile is null ? null : Path.GetFullPath(options.ConfigFile);
    private readonly string? secretsFolder = options.SecretsFolder is null ? null : Path.GetFullPath(options.SecretsFolder);
    private QuietWatch? watch;
    private volatile ConnectorsSnapshot current = ConnectorsSnapshot.Empty;
    private volatile ConfigBanner? banner;
    private ConnectorsFile? file;
    private Dictionary<string, string> loaded = [];

    public ConnectorsSnapshot Current => current;

    public ConfigBanner? Banner => banner;

    public IReadOnlyList<string> Problems => [.. current.Problems.Select(problem => problem.ToString())];

    private ConnectorsFile File => file ??= new(ShownName, new SecretSource(secretsFolder), options.BuiltInIds);

    private string ShownName => path is null ? "" : Path.Combine(Path.GetFileName(Path.GetDirectoryName(path)) ?? "", Path.GetFileName(path)).Replace('\\', '/');

    /// <summary>Reads the file for the first time.</summary>
    /// <exception cref="ConnectorsConfigException">It cannot be read.</exception>
    public ConnectorsSnapshot Load()
    {
        if (path is null) return current;

        // Looked at before it is read: a change in between is read twice rather than never.
        loaded = Look();
        current = Read();
        Report(current);
        return current;
    }

    /// <summary>Watches file and secrets; the callback gets every new good snapshot.</summary>
    public void Watch(Func<ConnectorsSnapshot, CancellationToken, Task> changed)
    {
        if (path is null) return;
        watch = new QuietWatch(Look, (_, cancellationToken) => ReloadAsync(changed, cancellationToken), new(options.ConfigQuiet, options.Poll), time, log);
        watch.Start(loaded, new[] { Path.GetDirectoryName(path), secretsFolder }.OfType<string>().Where(Directory.Exists));
    }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref watch, null)?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ReloadAsync(Func<ConnectorsSnapshot, CancellationToken, Task> changed, CancellationToken cancellationToken)
    {
        try
        {
            current = Read();
        }
        catch (ConnectorsConfigException broken)
        {
            banner = new($"{broken.Message} The connectors run on as they were.", $"{broken.MessageRu ?? broken.Message} Коннекторы работают по-прежнему.");
            log.LogError("{Problem} The last good state stays in use.", broken.Message);
            return;
        }

        banner = null;
        Report(current);
        await changed(current, cancellationToken).ConfigureAwait(false);
    }

    private ConnectorsSnapshot Read()
    {
        try
        {
            return File.Parse(System.IO.File.ReadAllText(path!));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw failure is FileNotFoundException or DirectoryNotFoundException
                ? File.Unreadable($"there is no file {path}", $"файла {path} нет", failure)
                : File.Unreadable(failure.Message, failure.Message, failure);
        }
    }

    private void Report(ConnectorsSnapshot snapshot)
    {
        foreach (var problem in snapshot.Problems) log.LogError("{Problem}", problem.ToString());
    }

    // Content, not times: a restored backup has an old time, and a file touched without a change is no change.
    private Dictionary<string, string> Look()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal) { [FileKey] = Hash([path!]) };
        if (secretsFolder is not null) found[SecretsKey] = Hash(Directory.Exists(secretsFolder) ? Directory.GetFiles(secretsFolder) : []);
        return found;
    }

    private static string Hash(IEnumerable<string> files)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in files.Order(StringComparer.Ordinal))
        {
            sum.AppendData(System.Text.Encoding.UTF8.GetBytes($"{name}\n"));
            sum.AppendData(Content(name));
        }

        return Convert.ToHexString(sum.GetHashAndReset());
    }

    private static byte[] Content(string name)
    {
        try
        {
            return System.IO.File.ReadAllBytes(name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
