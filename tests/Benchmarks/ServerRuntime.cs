using System.Diagnostics;

namespace Benchmarks;

/// <summary>Runs a benchmark whose sides share this process under the runtime's settings of our server: threads of the pool spin no longer than there before they sleep. Set otherwise beforehand, the variable is left as it is.</summary>
internal static class ServerRuntime
{
    public const string Spinning = "DOTNET_ThreadPool_UnfairSemaphoreSpinLimit";

    /// <summary>The server's setting of it, in the runtime's own writing: hexadecimal.</summary>
    public const string AsServer = "c";

    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> benchmark)
    {
        if (Environment.GetEnvironmentVariable(Spinning) is not null) return await benchmark(args[1..]);
        var start = new ProcessStartInfo(Environment.ProcessPath!, args);
        start.Environment[Spinning] = AsServer;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The benchmark did not start.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
