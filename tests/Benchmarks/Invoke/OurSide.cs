using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks.Invoke;

/// <summary>Our server as its users run it: keys, replay, gate, limits, breaker, rate limit, log and metrics on, one echo connector from a plugin folder.</summary>
internal static partial class OurSide
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    public static Task<Side> StartAsync(string home, string path)
    {
        CopyPlugin("Echo", home);
        return StartAsync(home, path, """{ "connectors": [{ "id": "Echo", "type": "Echo", "gate": 64, "queue": 64 }] }""");
    }

    /// <summary>Starts it with other connectors, of the shipped plugins or of those copied into the home.</summary>
    public static Task<Side> StartAsync(string home, string path, string connectors)
    {
        Fill(home, connectors);
        return Side.StartAsync("ours", port => Command(home, port), path, () => KeyIn(LogOf(home)));
    }

    public static async Task<long> AllocatedAsync(Side side)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, side.Address);
        request.Headers.Add("X-Api-Key", side.Key);
        request.Content = JsonContent.Create(new { method = "Allocated" });
        using var answer = await client.SendAsync(request);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("value").GetInt64();
    }

    public static void CopyPlugin(string name, string home)
    {
        var plugin = Directory.CreateDirectory(Path.Combine(home, "plugins", name)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "tests", "Plugins", "staged", name))) File.Copy(file, Path.Combine(plugin, Path.GetFileName(file)));
    }

    private static ProcessStartInfo Command(string home, int port)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var server = Path.Combine(Root, "Server", "Host", "bin", configuration, "net10.0", "Server.dll");

        // The log goes to a file, as it does where the server runs as a service; a pipe would make this program read every line.
        var start = new ProcessStartInfo("sh", ["-c", "exec dotnet \"$@\" > \"$0\"", LogOf(home), server, "--urls", $"http://127.0.0.1:{port}", "--Server:CallsPerSecond", "1000000"]);
        start.Environment["CONNECTORS_HOME"] = home;
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        return start;
    }

    private static string LogOf(string home) => Path.Combine(home, "server.log");

    private static string? KeyIn(string log)
    {
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return KeyLine().Match(reader.ReadToEnd()) is { Success: true } found ? found.Groups[1].Value : null;
    }

    private static void Fill(string home, string connectors)
    {
        Directory.CreateDirectory(Path.Combine(home, "config"));
        File.WriteAllText(Path.Combine(home, "config", "connectors.json"), connectors);
        File.WriteAllText(Path.Combine(home, "config", "jobs.json"), """{ "jobs": [] }""");
    }

    [GeneratedRegex(@"^API key, shown only now: (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex KeyLine();
}
