using System.Reflection;
using Emulators.Rest;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Integration.Tests.Rest;

/// <summary>The REST connector by its contract: each case is one template and one call through the built server.</summary>
[TestClass]
public sealed class RestContractTests
{
    private static readonly RestCase[] Cases = [.. RestCase.All];
    private static RestEmulator emulator = null!;
    private static ServerProcess server = null!;

    public static IEnumerable<object[]> Rows => Cases.Select((_, number) => new object[] { number });

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        emulator = await RestEmulator.StartAsync();
        var connectors = RestCase.SignIns.Select(signIn => RestServer.Connector(signIn.Key, emulator, Templates(signIn.Key), JObject.Parse(signIn.Value.Replace("{address}", emulator.Address.ToString(), StringComparison.Ordinal))));
        server = await RestServer.StartAsync(connectors);
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        await server.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [TestMethod]
    [DynamicData(nameof(Rows), DynamicDataDisplayName = nameof(NameOf))]
    public async Task Case(int number)
    {
        var wanted = Cases[number];

        var answer = await server.Client.InvokeAsync(wanted.Connector, $$"""{"method":"Case {{number}}","args":{{wanted.Args}}}""", ("Accept-Language", wanted.Language));

        answer.Status.Should().Be(wanted.Status, answer.Text);
        var json = Read(answer.Text);
        var expected = Read(wanted.Expected.Replace("{emulator}", emulator.Address.Authority, StringComparison.Ordinal));
        var seen = wanted.Status != 200 ? json["error"]! : expected is JObject { } members && members.ContainsKey("ok") ? json : json["value"]!;
        if (wanted.Status == 200 && !ReferenceEquals(seen, json)) Text(seen).Should().Be(Text(expected));
        else Compare((JObject)seen, (JObject)expected);
    }

    public static string NameOf(MethodInfo method, object[] row) => Cases[(int)row[0]].Name;

    private static IEnumerable<JObject> Templates(string connector) => Cases.Select((wanted, number) => (wanted, number)).Where(pair => pair.wanted.Connector == connector).Select(pair =>
    {
        var template = (JObject)Read(pair.wanted.Template);
        template["method"] = $"Case {pair.number}";
        return template;
    });

    // Only the members named are compared; an object inside is compared in the same way.
    private static void Compare(JObject seen, JObject expected)
    {
        foreach (var (name, value) in expected)
        {
            if (value is JObject inner && seen[name] is JObject other) Compare(other, inner);
            else Text(seen[name]).Should().Be(Text(value), $"of {name} in {seen}");
        }
    }

    private static string Text(JToken? token) => token?.ToString(Formatting.None) ?? "(absent)";

    private static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
