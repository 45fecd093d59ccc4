using System.Diagnostics;
using System.Text;

namespace Integration.Tests;

/// <summary>The built server as a process of its own: own home, own port, ended with the test. Its log is part of the test's output.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool ownsHome;

    private ServerProcess(Process process, string home, bool ownsHome)
    {
        this.process = process;
        this.ownsHome = ownsHome;
        Home = home;
    }

    /// <summary>Its home folder.</summary>
    public string Home { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The first key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The call it proposed at the start.</summary>
    public string CurlLine { get; private set; } = "";

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    /// <summary>Calls with the key.</summary>
    public ServerClient Client { get; private set; } = null!;

    /// <summary>All it has printed.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    /// <summary>Starts a server with these files and plugins.</summary>
    public static Task<ServerProcess> StartAsync(string connectorsJson, string jobsJson, params string[] pluginFolders) =>
        StartAsync(new ServerSetup { Connectors = connectorsJson, Jobs = jobsJson, Plugins = pluginFolders });

    /// <summary>Starts a server and waits until it takes calls.</summary>
    public static async Task<ServerProcess> StartAsync(ServerSetup setup)
    {
        var home = setup.Home ?? Directory.CreateTempSubdirectory("connectors-test-").FullName;
        ServerHome.Fill(home, setup);
        var server = new ServerProcess(ServerStart.Run(home, setup), home, setup.Home is null) { Key = setup.Key ?? "" };
        server.Listen();
        if (await Task.WhenAny(server.ready.Task, server.process.WaitForExitAsync(), Task.Delay(Patience)) != server.ready.Task)
        {
            var text = server.Log;
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start:\n{text}");
        }

        server.Client = new ServerClient(server.Address, server.Key);
        return server;
    }

    /// <summary>Ends the process at once, as a power cut would; the home stays.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client?.Dispose();
        process.Dispose();
        Console.WriteLine(Log);
        if (ownsHome) Directory.Delete(Home, recursive: true);
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        lock (log) log.AppendLine(line);
        const string listening = "Listening on ";
        const string key = "API key, shown only now: ";
        if (line.StartsWith(listening, StringComparison.Ordinal)) Address = new Uri(line[listening.Length..line.IndexOf(',', StringComparison.Ordinal)]);
        else if (line.StartsWith(key, StringComparison.Ordinal)) Key = line[key.Length..];
        else if (line.StartsWith("curl ", StringComparison.Ordinal))
        {
            CurlLine = line;
            ready.TrySetResult();
        }
    }
}
