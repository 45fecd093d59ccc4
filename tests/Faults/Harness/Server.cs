using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Faults.Harness;

/// <summary>The built server as a process of its own.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ServerPlan plan;
    private Process process;
    private int lives;

    private Server(ServerPlan plan, Process process)
    {
        this.plan = plan;
        this.process = process;
    }

    public int Id => process.Id;

    /// <summary>Who reads the log, when it goes into a pipe.</summary>
    public LogReader? Reader { get; private init; }

    /// <summary>The log so far.</summary>
    public string Log
    {
        get
        {
            var path = Seen(plan.Log);
            if (!File.Exists(path)) return "";
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd();
        }
    }

    public ServerApi Api { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public bool HasEnded => process.HasExited;

    /// <summary>A path as the server sees it: it may have a file system of its own.</summary>
    public string Seen(string path) => plan.DiskMegabytes is null ? path : $"/proc/{Id}/root{path}";

    public static async Task<Server> StartAsync(ServerPlan plan)
    {
        var reader = plan.LogToPipe ? await LogReader.StartAsync(plan.Pipe, plan.Log) : null;
        var server = new Server(plan, Children.Start(ServerCommand.Of(plan))) { Reader = reader };
        await server.ListeningAsync();
        return server;
    }

    /// <summary>Ends the server as an operator does, lets something be done to its files, and starts it again on the same home.</summary>
    public async Task RestartAsync(Action meanwhile)
    {
        Signals.Send(Id, Signals.Terminate);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Api.Dispose();
        process.Dispose();
        meanwhile();
        File.Delete(Seen(plan.Log));
        process = Children.Start(ServerCommand.Of(plan));
        await ListeningAsync();
    }

    /// <summary>Kills it, as a power cut does; its files stay as they are.</summary>
    public async Task KillAsync()
    {
        Signals.Send(Id, Signals.Kill);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Starts it again on the same home; the logs of its former lives are kept beside.</summary>
    public async Task StartAgainAsync()
    {
        Api.Dispose();
        process.Dispose();
        File.Move(plan.Log, $"{plan.Log}.{++lives}");
        process = Children.Start(ServerCommand.Of(plan));
        await ListeningAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Api?.Dispose();
        process.Dispose();
        Reader?.Dispose();
    }

    private async Task ListeningAsync()
    {
        var since = Stopwatch.StartNew();
        while (!Log.Contains("\ncurl ", StringComparison.Ordinal))
        {
            if (process.HasExited || since.Elapsed > Patience) throw new InvalidOperationException($"The server did not start:\n{Log}");
            await Task.Delay(50);
        }

        if (KeyLine().Match(Log) is { Success: true } key) Key = key.Groups[1].Value;
        else if (plan.Key is not null) Key = plan.Key;
        Api = new ServerApi(new Uri(AddressLine().Match(Log).Groups[1].Value), Key);
    }

    [GeneratedRegex(@"^API key, shown only now: (\S+)", RegexOptions.Multiline)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^Listening on (\S+),", RegexOptions.Multiline)]
    private static partial Regex AddressLine();
}
