using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Egais;

/// <summary>Two emulated UTMs and their registry as a process of its own that keeps its state in a file.</summary>
internal sealed partial class UtmSystem : IAsyncDisposable
{
    /// <summary>Who ships, and writes off.</summary>
    public const string A = "030000000001";

    /// <summary>Who receives.</summary>
    public const string B = "030000000002";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http = new() { Timeout = Patience };
    private readonly EmulatedSystem process;
    private readonly string seed;

    private UtmSystem(string folder)
    {
        process = new EmulatedSystem(folder, "utm", $"UTM {B} is at");
        File.WriteAllText(seed = Path.Combine(folder, "utm-seed"), "{}");
    }

    /// <summary>Where each UTM listens.</summary>
    public Dictionary<string, Uri> Addresses { get; } = new() { [A] = new("http://127.0.0.1:0"), [B] = new("http://127.0.0.1:0") };

    public static async Task<UtmSystem> StartAsync(string folder)
    {
        var system = new UtmSystem(folder);
        await system.BackAsync();
        return system;
    }

    /// <summary>Kills both and starts them again with their state, at the same ports. Faults and twists are forgotten.</summary>
    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await BackAsync();
    }

    public Task KillAsync() => process.KillAsync();

    /// <summary>Starts them again.</summary>
    public async Task BackAsync()
    {
        await process.StartAsync(["utm", "--seed", seed, .. Addresses.SelectMany(one => new[] { "--organisation", $"{one.Key}:{one.Value.Port}" })]);
        foreach (Match line in AddressLine().Matches(process.Written)) Addresses[line.Groups[1].Value] = new Uri(line.Groups[2].Value);
    }

    /// <summary>Arms a fault of a UTM.</summary>
    public Task ArmAsync(string fsrarId, string fault) => TellAsync(fsrarId, "faults", fault);

    /// <summary>Tells a UTM, or all, something below <c>_emulator</c>.</summary>
    public Task<string> TellAsync(string fsrarId, string path, string body) => SendAsync(HttpMethod.Post, fsrarId, path, body);

    /// <summary>Everything is as it should be again: no faults, no twists, nothing held back.</summary>
    public async Task DisarmAsync()
    {
        foreach (var fsrarId in Addresses.Keys)
        {
            await SendAsync(HttpMethod.Delete, fsrarId, "faults", "");
            await TellAsync(fsrarId, "twists", """{ "hold": "" }""");
            await TellAsync(fsrarId, "release", "");
        }

        await TellAsync(A, "options", """{ "registryDelay": "00:00:00" }""");
    }

    /// <summary>How many requests have come to an endpoint of a UTM; a star at its end stands for anything.</summary>
    public async Task<int> CountAsync(string fsrarId, string endpoint) => (await LinesAsync("requests"))
        .Where(line => line[0] == fsrarId && (endpoint.EndsWith('*') ? line[1].StartsWith(endpoint[..^1], StringComparison.Ordinal) : line[1] == endpoint)).Sum(line => int.Parse(line[2], CultureInfo.InvariantCulture));

    /// <summary>Every document that a UTM took and nobody withdrew.</summary>
    public async Task<IReadOnlyList<TakenDocument>> TakenAsync() =>
        [.. (await LinesAsync("posts")).Where(line => line[8] != "withdrawn").Select(line => new TakenDocument(line[1], line[2], IdOf(line[5]), HashOf(line[6])) { Identity = line[3] })];

    /// <summary>Every removal from an out-box.</summary>
    public async Task<IReadOnlyList<RemovedEntry>> RemovedAsync() => [.. (await LinesAsync("removals")).Select(line => new RemovedEntry(line[1], line[3], HashOf(line[7])))];

    /// <summary>What the emulator's own judge found twice: documents, and acts about one waybill.</summary>
    public async Task<IReadOnlyList<string>> DoublesAsync() => [.. (await LinesAsync("doubles")).Select(line => $"came twice: {string.Join(' ', line)}")];

    /// <summary>What lies in the out-boxes.</summary>
    public async Task<IReadOnlyList<string>> BoxesAsync() => [.. (await LinesAsync("box")).Select(line => $"{line[0]} {line[1]} is still in the out-box")];

    /// <summary>The states of the registry's waybills by the shipper's number.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WaybillsAsync() => (await LinesAsync("waybills")).GroupBy(line => line[3]).ToDictionary(same => same.Key, same => string.Join('+', same.Select(line => line[4])));

    /// <summary>The states of the registry's acts by its number.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ActsAsync() => (await LinesAsync("acts")).ToDictionary(line => line[0], line => line[3]);

    /// <summary>Three marked bottles of the shipper.</summary>
    public async Task<Bottles> BottlesAsync()
    {
        var line = (await TellAsync(A, "seed", $$"""{ "stock": [ { "fsrarId": "{{A}}", "quantity": {{Bottles.Count}} } ] }""")).Trim().Split('\t');
        return new Bottles(line[1], line[2], line[3], [.. (await SendAsync(HttpMethod.Get, A, $"marks?f2={line[1]}", "")).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        http.Dispose();
    }

    /// <summary>A request's id as the server keeps it.</summary>
    private static string IdOf(string requestId) => requestId.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string HashOf(string hex) => Convert.ToBase64String(Convert.FromHexString(hex));

    private async Task<IReadOnlyList<string[]>> LinesAsync(string path) => [.. (await SendAsync(HttpMethod.Get, A, path, "")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];

    private async Task<string> SendAsync(HttpMethod verb, string fsrarId, string path, string body)
    {
        for (var since = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var request = new HttpRequestMessage(verb, new Uri(Addresses[fsrarId], $"_emulator/{path}"));
                if (verb == HttpMethod.Post) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"The UTM answered {(int)answer.StatusCode} to {verb} {path} {body}: {text}");
            }
            catch (HttpRequestException) when (since.Elapsed < Patience)
            {
                // It may have been told to refuse connections for a time, which ends those that are open.
                await Task.Delay(100);
            }
        }
    }

    [GeneratedRegex(@"^UTM (\S+) is at (\S+)", RegexOptions.Multiline)]
    private static partial Regex AddressLine();
}
