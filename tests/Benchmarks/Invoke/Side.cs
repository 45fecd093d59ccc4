using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Invoke;

/// <summary>One side of the comparison: a server process with its load so far.</summary>
internal sealed class Side : IDisposable
{
    private readonly Process process;

    private Side(string name, Process process, Uri address, string key)
    {
        Name = name;
        this.process = process;
        Address = address;
        Key = key;
    }

    public string Name { get; }

    public Uri Address { get; }

    public string Key { get; }

    public List<Load> Rounds { get; } = [];

    /// <summary>The process's number.</summary>
    public int ProcessId => process.Id;

    /// <summary>Processor time the process has used, from the kernel's own count.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<Side> StartAsync(string name, Func<int, ProcessStartInfo> command, string path, Func<string?>? key = null)
    {
        var port = FreePort();
        var process = Process.Start(command(port)) ?? throw new InvalidOperationException($"{name} did not start.");
        await ListeningAsync(name, process, port);
        var known = "none";
        for (var tries = 0; key is not null && (known = key() ?? "") is ""; tries++)
        {
            if (tries == 600) throw new InvalidOperationException($"{name} printed no key.");
            await Task.Delay(50);
        }

        return new Side(name, process, new Uri($"http://127.0.0.1:{port}{path}"), known);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static async Task ListeningAsync(string name, Process process, int port)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException($"{name} ended with code {process.ExitCode} before it listened.");
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} does not listen on port {port}."));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
