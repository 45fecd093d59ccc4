using System.Diagnostics;
using System.Globalization;
using Server.Site;

namespace Server.Demo;

/// <summary>Runs the demonstration system as a process of its own, as the outside would be. It ends with this one, however this one ends.</summary>
internal sealed class DemoErpProcess(Uri address, ILogger<DemoErpProcess> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private Process? process;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var program = SourceFolder.OutputOf("samples", "DemoErp") is { } folder ? Path.Combine(folder, "DemoErp.dll") : null;
        if (program is null || !File.Exists(program))
        {
            log.DemoNotStarted("it is only there when the server is run from its sources. Set DOTNET_ENVIRONMENT to Production, or start it yourself.");
            return;
        }

        process = Start(program);
        if (await IsListeningAsync(process, cancellationToken)) log.DemoStarted(address.ToString());
        else log.DemoNotStarted($"it could not listen at {address}; perhaps another program does. Free the port, or set Server:DemoErp and the baseAddress in connectors.json to another one.");
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill();
        process?.Dispose();
        process = null;
    }

    private Process Start(string program)
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? path : "dotnet";
        var start = new ProcessStartInfo(dotnet) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { program, "--urls", address.ToString().TrimEnd('/'), "--parent-pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        // The address is given on the command line; what the environment says of ours is not meant for it.
        start.Environment.Remove("ASPNETCORE_URLS");
        return Process.Start(start)!;
    }

    private static async Task<bool> IsListeningAsync(Process process, CancellationToken cancellationToken)
    {
        // Both pipes are emptied to their end, or a full one would stop the program.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var said = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => said.TrySetResult(line.Data is not null);
        process.BeginOutputReadLine();
        try
        {
            return await said.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
