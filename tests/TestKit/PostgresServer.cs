using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit;

/// <summary>A PostgreSQL of the tests' own: a private cluster in a temporary folder on a free port. Thread-safe.</summary>
/// <remarks>
/// <see cref="SharedAsync"/> starts one for the whole test assembly, each test makes a database of its own in it.
/// Without its binaries the test is inconclusive on a workstation, and fails where <c>CI</c> is set.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartSharedAsync);
    private static int databases;
    private int ended;
    private readonly string folder;
    private readonly string binaries;

    private PostgresServer(string folder, string binaries, int port)
    {
        this.folder = folder;
        this.binaries = binaries;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The process number of the running server.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    private string Cluster => Path.Combine(folder, "data");

    /// <summary>The server of this test assembly, started with the first test that asks.</summary>
    public static async Task<PostgresServer> SharedAsync()
    {
        Need();
        return await Shared.Value;
    }

    /// <summary>Ends the server of this test assembly, when a test has asked for it; for its clean-up.</summary>
    public static async Task EndSharedAsync()
    {
        if (Shared.IsValueCreated && Shared.Value.IsCompletedSuccessfully) await (await Shared.Value).DisposeAsync();
    }

    /// <summary>Starts a server for one test, such as one that stops it. Dispose it.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var binaries = Need();
        var folder = Directory.CreateTempSubdirectory("connectors-postgres-").FullName;
        var server = new PostgresServer(folder, binaries, FreePort());
        if (Environment.IsPrivilegedProcess) await ExecuteAsync("chown", "postgres", folder);
        await server.RunAsync("initdb", "-D", server.Cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Makes an empty database and hands back how to connect to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await RunAsync("psql", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "-q", "-c", $"CREATE DATABASE {name}");
        return $"Host=127.0.0.1;Port={Port};Database={name};Username=postgres";
    }

    /// <summary>Stops the server as an administrator does; its data stay.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "-D", Cluster, "-m", "fast", "-w", "stop");

    /// <summary>Starts it again on the same port.</summary>
    public Task StartAgainAsync() =>
        RunAsync("pg_ctl", "-D", Cluster, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses=127.0.0.1 -p {Port} -c unix_socket_directories='' -c max_connections=200 -c fsync=off", "start");

    /// <summary>Holds all its processes still, as a network that lets nothing through.</summary>
    public async Task PauseAsync() => await SignalAsync("-STOP");

    /// <summary>Lets them go on.</summary>
    public async Task ContinueAsync() => await SignalAsync("-CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) == 1) return;
        if (File.Exists(Path.Combine(Cluster, "postmaster.pid"))) await RunAsync("pg_ctl", "-D", Cluster, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<PostgresServer> StartSharedAsync()
    {
        var server = await StartAsync();

        // For a run that ends before its clean-up.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(20));
        return server;
    }

    private static string Need()
    {
        if (Directory.Exists("/usr/lib/postgresql") && Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault() is { } version)
        {
            return Path.Combine(version, "bin");
        }

        const string missing = "PostgreSQL is not installed in /usr/lib/postgresql: apt-get install postgresql.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) throw new AssertFailedException(missing);
        throw new AssertInconclusiveException(missing);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task SignalAsync(string signal)
    {
        var parent = ProcessId;
        var children = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await ExecuteAsync("kill", [signal, $"{parent}", .. children]);
    }

    // It refuses to run as root.
    private Task RunAsync(string program, params string[] arguments)
    {
        string[] command = ["env", "-i", $"PATH={binaries}:/usr/bin:/bin", "LC_ALL=C.UTF-8", program, .. arguments];
        return Environment.IsPrivilegedProcess
            ? ExecuteAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", .. command])
            : ExecuteAsync(command[0], command[1..]);
    }

    private static async Task ExecuteAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;

        // Not to the end of the streams: the server started by pg_ctl inherits them and keeps them open.
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
