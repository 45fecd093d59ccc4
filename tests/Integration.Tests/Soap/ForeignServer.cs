using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Integration.Tests.Soap;

/// <summary>Somebody else's SOAP server as a process: PHP's or the npm package's.</summary>
internal sealed class ForeignServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process? process;

    private ForeignServer(Process? process, string? missing)
    {
        this.process = process;
        Missing = missing;
    }

    /// <summary>Why it does not run; null when it does.</summary>
    public string? Missing { get; }

    public int Port { get; private init; }

    private static string Folder => Path.Combine(Built.Root, "tests", "Integration.Tests", "Soap");

    /// <summary>Where test.sh has put the npm package.</summary>
    public static string NpmFolder { get; } = Environment.GetEnvironmentVariable("CONNECTORS_NPM_SOAP")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "connectors-npm-soap");

    public static async Task<ForeignServer> PhpAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("php") { WorkingDirectory = Path.Combine(Folder, "Php") };
        foreach (var argument in new[] { "-d", "display_errors=0", "-S", $"127.0.0.1:{port}" }) start.ArgumentList.Add(argument);
        start.Environment["PHP_CLI_SERVER_WORKERS"] = "4";
        if (Run(start) is not { } process) return new ForeignServer(null, "PHP is not installed (packages php-cli, php-soap, php-xml).");
        if (!await RespondsAsync(port, "/shop.php?wsdl")) return new ForeignServer(process, "PHP does not answer; is php-soap installed?") { Port = port };
        return new ForeignServer(process, null) { Port = port };
    }

    public static async Task<ForeignServer> NpmAsync()
    {
        if (!Directory.Exists(Path.Combine(NpmFolder, "node_modules", "soap"))) return new ForeignServer(null, $"The npm package soap is not in {NpmFolder}; test.sh puts it there.");
        var start = new ProcessStartInfo("node") { WorkingDirectory = Path.Combine(Folder, "Npm") };
        foreach (var argument in new[] { "server.mjs", NpmFolder, "stock.wsdl" }) start.ArgumentList.Add(argument);
        if (Run(start) is not { } process) return new ForeignServer(null, "node is not installed.");
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        if (line?.StartsWith("port ", StringComparison.Ordinal) != true) return new ForeignServer(process, $"The npm server said: {line}");
        return new ForeignServer(process, null) { Port = int.Parse(line[5..], System.Globalization.CultureInfo.InvariantCulture) };
    }

    /// <summary>Ends the test as inconclusive when the server does not run.</summary>
    public void Require()
    {
        if (Missing is not null) Assert.Inconclusive(Missing);
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill(entireProcessTree: true);
        process?.Dispose();
    }

    private static Process? Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            var process = Process.Start(start);
            process?.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<bool> RespondsAsync(int port, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        return await Eventually.BecomesAsync(() => AskAsync(http, path), good => good, Patience);
    }

    private static async Task<bool> AskAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
