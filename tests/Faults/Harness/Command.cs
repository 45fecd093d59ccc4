using System.Diagnostics;

namespace Faults.Harness;

/// <summary>Runs a small program of the system to its end.</summary>
internal static class Command
{
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await output : throw new NotTriedException($"{program} {string.Join(' ', arguments)} failed: {(await error).Trim()}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new NotTriedException($"{program} is not installed: {missing.Message}");
        }
    }
}
