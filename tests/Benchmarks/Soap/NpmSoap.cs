using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Soap;

/// <summary>The client of the npm package "soap", in its own process: told how long to call, it says how often it did.</summary>
internal sealed class NpmSoap : IDisposable
{
    private readonly Process process;

    private NpmSoap(Process process) => this.process = process;

    /// <summary>Where test.sh puts the package.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("CONNECTORS_NPM_SOAP")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "connectors-npm-soap");

    public static NpmSoap? Start(Uri backend, int callers)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "soap"))) return null;
        var here = Path.Combine(AppContext.BaseDirectory, "Soap");
        string[] arguments = [Path.Combine(here, "npm-client.mjs"), Folder, Path.Combine(here, "rows.wsdl"), backend.AbsoluteUri, callers.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new NpmSoap(Process.Start(start) ?? throw new InvalidOperationException("node did not start."));
    }

    public async Task<double> CallsPerSecondAsync(double seconds)
    {
        await process.StandardInput.WriteLineAsync(seconds.ToString(CultureInfo.InvariantCulture));
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The npm client ended.");
        return double.Parse(line, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
