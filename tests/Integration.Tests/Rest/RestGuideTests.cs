using System.Reflection;
using System.Text.RegularExpressions;
using Emulators.Rest;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Integration.Tests.Rest;

/// <summary>Every template of the guide, called as the guide calls it.</summary>
[TestClass]
public sealed partial class RestGuideTests
{
    private static readonly Match[] Examples = [.. ExamplePattern().Matches(File.ReadAllText(Path.Combine(Built.Root, "docs", "guide", "rest.md"))).Cast<Match>()];
    private static RestEmulator emulator = null!;
    private static ServerProcess server = null!;

    public static IEnumerable<object[]> Rows => Examples.Select((_, number) => new object[] { number });

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        emulator = await RestEmulator.StartAsync();
        server = await RestServer.StartAsync([RestServer.Connector("Guide", emulator, Examples.Select(example => JObject.Parse(example.Groups["template"].Value)))]);
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        await server.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [TestMethod]
    public void Every_template_of_the_guide_has_its_call() =>
        Regex.Count(File.ReadAllText(Path.Combine(Built.Root, "docs", "guide", "rest.md")), "^```json", RegexOptions.Multiline).Should().Be(Examples.Length).And.BeGreaterThan(12);

    [TestMethod]
    [DynamicData(nameof(Rows), DynamicDataDisplayName = nameof(NameOf))]
    public async Task The_guide_tells_what_comes_back(int number)
    {
        var example = Examples[number];

        var answer = await server.Client.InvokeAsync("Guide", example.Groups["call"].Value);

        var json = Read(answer.Text);
        var seen = example.Groups["kind"].Value switch
        {
            "rows" => json["rows"],
            "error" => new JObject(((JObject)json["error"]!).Properties().Where(member => member.Name != "retryAfterSeconds")),
            _ => json["value"],
        };
        (seen?.ToString(Formatting.None) ?? answer.Text).Should().Be(Read(example.Groups["wanted"].Value).ToString(Formatting.None), answer.Text);
    }

    public static string NameOf(MethodInfo method, object[] row) => $"The guide's {JObject.Parse(Examples[(int)row[0]].Groups["call"].Value)["method"]}";

    private static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    [GeneratedRegex(@"^```json\n(?<template>.*?)^```\n```\ncall  (?<call>[^\n]*)\n(?<kind>value|rows|error) +(?<wanted>[^\n]*)\n```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExamplePattern();
}
