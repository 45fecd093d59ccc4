using System.Diagnostics;

namespace Integration.Tests;

/// <summary>Starts processes of the server.</summary>
internal static class ServerStart
{
    public static Process Run(string home, ServerSetup setup)
    {
        List<string> arguments = ["--urls", "http://127.0.0.1:0"];
        foreach (var (name, value) in setup.Settings) arguments.Add($"--{name}={value}");
        return Run(home, setup, arguments);
    }

    /// <summary>Runs the server's program with other arguments and hands back its exit code and all it printed.</summary>
    public static async Task<(int Code, string Text)> RunToEndAsync(string home, params string[] arguments)
    {
        using var process = Run(home, new ServerSetup(), arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        return (process.ExitCode, await output + await error);
    }

    private static Process Run(string home, ServerSetup setup, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Built.Server);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["CONNECTORS_HOME"] = home;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = setup.Environment;
        start.Environment["DOTNET_ENVIRONMENT"] = setup.Environment;
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in setup.Variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
