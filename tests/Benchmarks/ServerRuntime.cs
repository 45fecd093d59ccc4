using System.Diagnostics;

namespace Benchmarks;

/// <summary>Runs a benchmark whose sides share this process under the runtime's settings of our server: threads of the pool do not spin before they sleep. Set otherwise beforehand, the variable is left as it is.</summary>
internal static class ServerRuntime
{
    public const string Spinning = "DOTNET_ThreadPool_UnfairSemaphoreSpinLimit";

    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> benchmark)
    {
        if (Environment.GetEnvironmentVariable(Spinning) is not null) return await benchmark(args[1..]);
        var start = new ProcessStartInfo(Environment.ProcessPath!, args);
        start.Environment[Spinning] = "0";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The benchmark did not start.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
