using System.Diagnostics;

namespace Integration.Tests.Egais;

/// <summary>The workplace's agent as a process of its own.</summary>
internal sealed class AgentProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Task<string> printed;
    private readonly Task<string> complained;

    private AgentProcess(Process process)
    {
        this.process = process;
        printed = process.StandardOutput.ReadToEndAsync();
        complained = process.StandardError.ReadToEndAsync();
    }

    public static AgentProcess Start(ServerProcess server, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Built.Program("samples", "UtmAgent"), "--server", server.Address.ToString(), .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["CONNECTORS_KEY"] = server.Key;
        return new AgentProcess(Process.Start(start)!);
    }

    /// <summary>One exchange, to its end.</summary>
    public static async Task<(int Code, string Text)> OnceAsync(ServerProcess server)
    {
        using var agent = Start(server, "--once");
        await agent.process.WaitForExitAsync().WaitAsync(Patience);
        return (agent.process.ExitCode, await agent.TextAsync());
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task<string> KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return await TextAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task<string> TextAsync() => await printed + await complained;
}
