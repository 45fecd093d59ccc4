using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Faults.Kills;

/// <summary>The emulated marking system as a process of its own that keeps its state in a file.</summary>
internal sealed partial class MarkingSystem : IAsyncDisposable
{
    private readonly HttpClient http = new(new PatientHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly EmulatedSystem process;

    private MarkingSystem(string folder) => process = new EmulatedSystem(folder, "marking-system", "Product ");

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public string Inn { get; private set; } = "";

    public string OmsId { get; private set; } = "";

    public string OmsConnection { get; private set; } = "";

    /// <summary>A product of milk.</summary>
    public string Gtin { get; private set; } = "";

    /// <summary>Everything it has accepted and handed out.</summary>
    public string StateFile => process.StateFile;

    public static async Task<MarkingSystem> StartAsync(string folder)
    {
        var system = new MarkingSystem(folder);
        await system.RunAsync();
        return system;
    }

    /// <summary>Kills it and starts it again with its state, at the same port. Armed faults are forgotten.</summary>
    public async Task KillAndStartAsync()
    {
        await process.KillAsync();
        await RunAsync();
    }

    /// <summary>Arms a fault, as JSON.</summary>
    public Task ArmAsync(string fault) => PostAsync("faults", fault);

    /// <summary>Arms a fault by its kind and endpoint.</summary>
    public Task ArmAsync(string kind, string endpoint, string more = "") => ArmAsync($$"""{ "kind": "{{kind}}", "endpoint": "{{endpoint}}"{{more}} }""");

    public async Task DisarmAsync()
    {
        using var answer = await http.DeleteAsync(Control("faults"));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How many requests have come to an endpoint.</summary>
    public async Task<int> CountAsync(string endpoint)
    {
        var lines = await http.GetStringAsync(Control("requests"));
        return lines.Split('\n').Select(line => line.Split('\t')).Where(line => line.Length == 2 && line[0] == endpoint).Sum(line => int.Parse(line[1], CultureInfo.InvariantCulture));
    }

    /// <summary>A ready order of codes.</summary>
    public async Task<string> OrderAsync(int quantity) =>
        (await PostAsync("seed", $$"""{ "makeOrders": [ { "gtin": "{{Gtin}}", "quantity": {{quantity}} } ] }"""))!.Value.GetProperty("orders")[0].GetString()!;

    /// <summary>Codes in circulation, without their check parts.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(int count) =>
        [.. (await PostAsync("seed", $$"""{ "make": [ { "gtin": "{{Gtin}}", "count": {{count}}, "status": "INTRODUCED" } ] }"""))!.Value.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!.Split('\u001d')[0])];

    /// <summary>What came twice, a line each.</summary>
    public async Task<IReadOnlyList<string>> DoublesAsync() => (await http.GetStringAsync(Control("doubles"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        http.Dispose();
    }

    private Uri Control(string path) => new(Address, $"_emulator/{path}");

    private async Task<JsonElement?> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(Control(path), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The marking system answered {(int)answer.StatusCode} to {body}: {text}");
        return text.Length == 0 ? null : JsonDocument.Parse(text).RootElement;
    }

    private async Task RunAsync()
    {
        await process.StartAsync("chestnyznak", "--listen", $"{Address.Port}");
        var written = process.Written;
        Address = new Uri(AddressLine().Match(written).Groups[1].Value);
        var owner = OrganisationLine().Match(written);
        (Inn, OmsId, OmsConnection) = (owner.Groups[1].Value, owner.Groups[2].Value, owner.Groups[3].Value);
        Gtin = ProductLine().Match(written).Groups[1].Value;
    }

    [GeneratedRegex(@"^The marking system is at (\S+)", RegexOptions.Multiline)]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"^Organisation (\S+) omsId (\S+) omsConnection (\S+)", RegexOptions.Multiline)]
    private static partial Regex OrganisationLine();

    [GeneratedRegex(@"^Product (\S+) milk ", RegexOptions.Multiline)]
    private static partial Regex ProductLine();
}
