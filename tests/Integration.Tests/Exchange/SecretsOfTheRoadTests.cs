using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Integration.Tests.Exchange;

/// <summary>Tokens, signatures, a person's name and complete codes go the whole road through the server; afterwards they are looked for in everything that people are shown of it.</summary>
[TestClass]
public sealed class SecretsOfTheRoadTests
{
    private const string Person = "СЕКРЕТОВ ИВАН МАРКОВИЧ";
    private const string Id = "ChestnyZnak";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly List<string> Views = [];
    private static readonly List<string> Errors = [];
    private static List<string> tokens = [];
    private static List<string> signatures = [];
    private static List<string> codes = [];
    private static string log = "";

    public static IEnumerable<object[]> Places => [["the log", () => log], ["the journal's views", () => string.Join('\n', Views)], ["the errors", () => string.Join('\n', Errors)]];

    [ClassInitialize]
    public static async Task GoTheRoadAsync(TestContext context)
    {
        _ = context;
        await using var system = await ChestnyZnakEmulator.StartAsync();
        var owner = system.Seed.Organisation();
        var milk = system.Seed.Product(owner, "04600000000015");
        await using var server = await ServerProcess.StartAsync(new ServerSetup
        {
            Connectors = Settings(system, owner),
            Signers = """{ "signers": [ { "name": "main", "type": "test" } ] }""",
            Settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace" },
        });
        await TravelAsync(server.Client, system, milk);
        await LookAsync(server.Client);
        log = server.Log;
        tokens = [.. system.World.Tokens.All.Select(token => token.Value)];
        codes = [.. system.Judge.HandedOut()];
        signatures = [.. system.Signatures];
    }

    [TestMethod]
    public void The_road_had_every_kind_of_secret()
    {
        tokens.Should().HaveCountGreaterThan(1);
        signatures.Should().HaveCountGreaterThan(1);
        codes.Should().HaveCount(20);
        Errors.Should().HaveCountGreaterThan(3).And.Contain(text => text.Contains("не найден"), "the other system's own words are shown, without what is secret in them");
        Views.Should().HaveCountGreaterThan(6);
        log.Should().Contain(" info ");
    }

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void No_token_is_shown_in(string place, Func<string> text) => tokens.Where(token => text().Contains(token, StringComparison.Ordinal)).Should().BeEmpty("they are nobody's business in {0}", place);

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void No_signature_is_shown_in(string place, Func<string> text) => signatures.Where(signature => text().Contains(signature, StringComparison.Ordinal)).Should().BeEmpty("they are nobody's business in {0}", place);

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void No_complete_code_is_shown_in(string place, Func<string> text) => codes.Where(code => Forms(code).Any(form => text().Contains(form, StringComparison.Ordinal))).Should().BeEmpty("who has the check part can sell the goods, also in {0}", place);

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void No_persons_name_is_shown_in(string place, Func<string> text) => text().Should().NotContain("СЕКРЕТОВ", "a name is nobody's business in {0}", place);

    private static async Task TravelAsync(ServerClient client, ChestnyZnakEmulator system, Product milk)
    {
        var products = new JsonArray(new JsonObject { ["gtin"] = milk.Gtin, ["quantity"] = 20, ["templateId"] = 20 });
        var attributes = new JsonObject { ["releaseMethodType"] = "PRODUCTION", ["contactPerson"] = Person };
        await CallAsync(client, "", "CreateOrder", new JsonObject { ["order"] = new JsonObject { ["productGroup"] = "milk", ["attributes"] = attributes, ["products"] = products } });
        system.Faults.Add(new Fault(FaultKind.Status, "suz GET codes") { Status = 400, Body = FaultBody.Echo });
        await CallAsync(client, "", "FetchMarkingCodes", []);
        await Eventually.BecomesAsync(() => client.InvokeAsync(Id, """{"method":"FetchMarkingCodes"}"""), _ => system.Judge.HandedOut().Count == 20);
        var taken = await client.InvokeAsync(Id, Body("", "TakeCodesForPrint", new JsonObject { ["gtin"] = milk.Gtin, ["count"] = 3 }));
        List<string> printed = [.. taken.Value.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)];
        system.Faults.Add(new Fault(FaultKind.Status, "suz POST utilisation") { Status = 400, Body = FaultBody.Echo });
        var report = new JsonObject { ["productGroup"] = "milk", ["sntins"] = Array(printed), ["attributes"] = new JsonObject { ["expDate"] = "2031-01-01" } };
        await CallAsync(client, "", "SendUtilisation", new JsonObject { ["report"] = report });
        system.Faults.Add(new Fault(FaultKind.Status, "true-api POST lk/documents/create*") { Status = 400, Body = FaultBody.Echo });
        await CallAsync(client, "Documents", "Save", Batch("Batch 17", printed));
        await CallAsync(client, "Documents", "Save", Batch("Batch 18", [.. printed.Select(code => code.Split('\u001d')[0])]));
        await CallAsync(client, "", "PrepareForTransfer", new JsonObject { ["items"] = new JsonArray("Batch 18") });
        await CallAsync(client, "", "ToCis", new JsonObject { ["code"] = printed[0] + "\u001dX" });
        await CallAsync(client, "", "RunExchange", []);
    }

    private static JsonObject Batch(string document, IReadOnlyList<string> codes) => new()
    {
        ["kind"] = "LP_INTRODUCE_GOODS",
        ["document"] = document,
        ["payload"] = new JsonObject { ["production_date"] = "2026-01-01", ["producer_name"] = Person, ["products"] = new JsonArray([.. codes.Select(code => new JsonObject { ["uit_code"] = code, ["tnved_code"] = "0401209101" })]) },
    };

    private static JsonArray Array(IReadOnlyList<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Body(string className, string method, JsonObject args) => new JsonObject { ["class"] = className, ["method"] = method, ["args"] = args }.ToJsonString();

    private static async Task CallAsync(ServerClient client, string className, string method, JsonObject args) => Errors.Add((await client.InvokeAsync(Id, Body(className, method, args))).Text);

    private static async Task LookAsync(ServerClient client)
    {
        var messages = await ViewAsync(client, $"/api/v1/exchange/{Id}/messages?stage=all");
        foreach (var message in messages.RootElement.GetProperty("messages").EnumerateArray()) (await ViewAsync(client, $"/api/v1/exchange/{Id}/messages/{message.GetProperty("id").GetString()}")).Dispose();
        foreach (var path in new[] { $"/api/v1/exchange/{Id}/documents/Batch%2018", $"/api/v1/exchange/{Id}/documents/Batch%2018/protocol", "/api/v1/signers", $"/api/v1/connectors/{Id}", "/api/v1/jobs/runs", "/api/v1/plugins" }) (await ViewAsync(client, path)).Dispose();
        Views.Add((await client.InvokeAsync(Id, """{"class":"Documents","method":"Protocol","args":{"document":"Batch 18"}}""")).Text);
    }

    private static async Task<JsonDocument> ViewAsync(ServerClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Views.Add(answer.Text);
        return JsonDocument.Parse(answer.Text);
    }

    // As it is printed, with the separator left out or spelt, and as JSON writes it.
    private static IEnumerable<string> Forms(string code) =>
        [code, code.Replace("\u001d", "", StringComparison.Ordinal), code.Replace("\u001d", "<GS>", StringComparison.Ordinal), JsonSerializer.Serialize(code)[1..^1], JsonValue.Create(code).ToJsonString(Relaxed)[1..^1]];

    private static string Settings(ChestnyZnakEmulator system, Organisation owner) => new JsonObject
    {
        ["connectors"] = new JsonArray(new JsonObject
        {
            ["id"] = Id,
            ["type"] = "ChestnyZnak",
            ["settings"] = new JsonObject
            {
                ["organisations"] = new JsonArray(new JsonObject { ["inn"] = owner.Inn, ["contour"] = "sandbox", ["productGroups"] = new JsonArray("milk"), ["signer"] = "main", ["omsId"] = owner.OmsId, ["omsConnection"] = owner.OmsConnection, ["exclusive"] = true }),
                ["sandbox"] = new JsonObject { ["trueApi"] = system.TrueApi.ToString(), ["suz"] = system.Suz.ToString(), ["cdn"] = system.Cdn.ToString() },
            },
        }),
    }.ToJsonString();
}
