using System.Globalization;
using System.Text.Json;
using Emulators.OneC;

namespace Integration.Tests.OneC.OData;

/// <summary>Tables of many rows: pages of ours and of the base, an end in the middle, and a caller who goes.</summary>
[TestClass]
public sealed class ODataStreamOverHttpTests
{
    private const string All = """{"entity":"Catalog_Большой","select":"Code,Цена"}""";

    private static ODataServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await ODataServer.StartAsync(
    [
        ("Big", "\"enabled\":true", new OneCOptions()),
        ("Absolute", "\"enabled\":true", new OneCOptions { BigCatalogRows = 2_500, PageSize = 300 }),
        ("Relative", "\"enabled\":true,\"pageSize\":1000", new OneCOptions { BigCatalogRows = 2_500, PageSize = 300, NextLink = NextLinkForm.Relative }),
        ("Internal", "\"enabled\":true,\"pageSize\":100000", new OneCOptions { BigCatalogRows = 2_500, PageSize = 300, NextLink = NextLinkForm.InternalHost }),
        .. Ends.Select((_, at) => ($"End{at}", "\"enabled\":true,\"pageSize\":100", new OneCOptions { BigCatalogRows = 1_000 })),
        ("Again", "\"enabled\":true,\"pageSize\":100", new OneCOptions { BigCatalogRows = 1_000 }),
        ("Slow", "\"enabled\":true,\"pageSize\":100", new OneCOptions()),
    ]);

    private static readonly (FaultKind Fault, string Code)[] Ends =
    [
        (FaultKind.Html200, "AccessDenied"), (FaultKind.ODataRefusal, "Rejected"), (FaultKind.Blocked, "Unavailable"), (FaultKind.BreakBefore, "Unavailable"), (FaultKind.NoLicence, "Unavailable"), (FaultKind.Unauthorized, "AccessDenied"),
    ];

    private static IEnumerable<object[]> EndCases => Ends.Select((end, at) => new object[] { at, end.Fault.ToString() });

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    public async Task Fifty_thousand_rows_arrive_each_once_and_in_order()
    {
        var answer = await oneC.CallAsync("Read", All, "Big");

        var rows = RowsOf(answer);
        rows.Should().HaveCount(50_000).And.OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeTrue();
        oneC.BaseOf("Big").Requests.Count("Catalog_Большой").Should().Be(26);
    }

    [TestMethod]
    [DataRow("Absolute", 9)]
    [DataRow("Relative", 10)]
    [DataRow("Internal", 9)]
    public async Task Pages_of_the_base_are_followed_whatever_their_links(string id, int requests)
    {
        var answer = await oneC.CallAsync("Read", All, id);

        RowsOf(answer).Should().HaveCount(2_500).And.OnlyHaveUniqueItems();
        oneC.BaseOf(id).Requests.Count("Catalog_Большой").Should().Be(requests);
    }

    [TestMethod]
    [DynamicData(nameof(EndCases))]
    public async Task Later_page_that_fails_ends_the_rows_with_its_error(int at, string fault)
    {
        oneC.BaseOf($"End{at}").Faults.Add(Ends[at].Fault, -1, "Catalog_Большой", after: 3);

        var answer = await oneC.CallAsync("Read", All, $"End{at}");

        RowsOf(answer).Should().HaveCount(300, fault);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse(fault);
        answer.Code.Should().Be(Ends[at].Code, fault);
    }

    [TestMethod]
    public async Task Page_that_comes_at_the_second_try_is_part_of_the_rows()
    {
        oneC.BaseOf("Again").Faults.Add(FaultKind.Blocked, 1, "Catalog_Большой", after: 3);

        var answer = await oneC.CallAsync("Read", All, "Again");

        RowsOf(answer).Should().HaveCount(1_000).And.OnlyHaveUniqueItems();
        answer.Json.GetProperty("ok").GetBoolean().Should().BeTrue();
    }

    [TestMethod]
    public async Task Caller_who_goes_stops_the_pages()
    {
        var reading = await OpenAsync("Slow", """{"entity":"Catalog_Большой"}""");
        reading.Dispose();

        var running = await Eventually.BecomesAsync(() => oneC.Server.Client.RunningAsync("Slow"), calls => calls == 0);

        running.Should().Be(0);
        oneC.BaseOf("Slow").Requests.Count("Catalog_Большой").Should().BeLessThan(500);
    }

    [TestMethod]
    public async Task Rows_above_the_limit_are_told_and_not_cut_in_silence()
    {
        await using var large = await ODataServer.StartAsync("\"enabled\":true,\"pageSize\":20000", new OneCOptions { BigCatalogRows = 100_001 });

        var answer = await large.CallAsync("Read", """{"entity":"Catalog_Большой","select":"Code"}""");

        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        answer.Code.Should().Be("TooLarge");
        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(100_000);
    }

    private static List<string> RowsOf(Answer answer)
    {
        answer.Status.Should().Be(200);
        return [.. answer.Json.GetProperty("rows").EnumerateArray().Select(row => row[0].GetString()!)];
    }

    // The head of the answer has come and with it the first page.
    private static async Task<Reading> OpenAsync(string id, string args)
    {
        var http = new HttpClient { BaseAddress = oneC.Server.Address };
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/connectors/{id}/invoke") { Content = new StringContent(string.Create(CultureInfo.InvariantCulture, $$"""{"class":"OData","method":"Read","args":{{args}}}"""), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", oneC.Server.Key);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Reading(http, response);
    }

    private sealed record Reading(HttpClient Http, HttpResponseMessage Response) : IDisposable
    {
        public void Dispose()
        {
            Response.Dispose();
            Http.Dispose();
        }
    }
}
