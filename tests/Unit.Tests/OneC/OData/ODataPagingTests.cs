using Cleverence.Connectivity;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataPagingTests
{
    [TestMethod]
    public async Task Pages_are_asked_for_until_one_is_not_full()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => ODataBase.JsonTo(context, Page(target, total: 25)), "\"enabled\":true,\"pageSize\":10");

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));

        table.Rows.Select(row => row[0]).Should().Equal(Enumerable.Range(0, 25).Select(at => $"{at}"));
        oneC.Asked.Select(asked => asked[asked.LastIndexOf("Ref_Key", StringComparison.Ordinal)..]).Should().Equal("Ref_Key&$top=10", "Ref_Key&$skip=10&$top=10", "Ref_Key&$skip=20&$top=10");
    }

    [TestMethod]
    public async Task No_more_rows_are_asked_for_than_wanted()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => ODataBase.JsonTo(context, Page(target, total: 100)), "\"enabled\":true,\"pageSize\":10");

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"), ("top", 15L), ("skip", 3L));

        table.Rows.Select(row => row[0]).Should().Equal(Enumerable.Range(3, 15).Select(at => $"{at}"));
        oneC.Asked.Select(asked => asked[asked.IndexOf("$skip", StringComparison.Ordinal)..]).Should().Equal("$skip=3&$top=10", "$skip=13&$top=5");
    }

    [TestMethod]
    public async Task The_base_s_own_links_are_followed_without_its_inner_host()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => ODataBase.JsonTo(context, target.Contains("skiptoken", StringComparison.Ordinal)
            ? """{"value":[{"Code":"2"}]}"""
            : """{"value":[{"Code":"1"}],"odata.nextLink":"http://app-server.inner:8080/trade/odata/standard.odata/Catalog_Товары?$skiptoken=1"}"""));

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));

        table.Rows.Select(row => row[0]).Should().Equal("1", "2");
        oneC.Asked[1].Should().Be("GET Catalog_Товары?$skiptoken=1");
    }

    [TestMethod]
    [DataRow("http://elsewhere/secret")]
    [DataRow("/trade/hs/admin")]
    [DataRow("../../hs/admin")]
    [DataRow("http://x/trade/odata/standard.odata/../../hs/admin")]
    public async Task A_link_that_leads_out_of_the_interface_is_refused(string link)
    {
        await using var oneC = await ODataBase.JsonAsync($$"""{"value":[{"Code":"1"}],"odata.nextLink":"{{link}}"}""");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));

        error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Links_to_empty_pages_do_not_go_on_for_ever()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[],"odata.nextLink":"Catalog_Товары?$skiptoken=1"}""");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));

        error.Message.Should().Contain("pages");
        oneC.Requests.Count.Should().BeLessThan(110);
    }

    [TestMethod]
    public async Task A_later_page_that_fails_ends_the_rows_with_its_error()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => target.Contains("$skip", StringComparison.Ordinal)
            ? ODataBase.JsonTo(context, """{"odata.error":{"code":"-1","message":{"lang":"ru","value":"Блокировка"}}}""", 500)
            : ODataBase.JsonTo(context, Page(target, total: 25)), "\"enabled\":true,\"pageSize\":10");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));

        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        oneC.Requests.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task The_next_page_is_not_fetched_before_it_is_wanted()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => ODataBase.JsonTo(context, Page(target, total: 100)), "\"enabled\":true,\"pageSize\":10");

        await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"), ("top", 10L));

        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_long_list_of_values_is_asked_for_in_parts_below_the_limit()
    {
        var keys = Enumerable.Range(0, 200).Select(at => (object?)$"c1a7e2aa-0000-4000-8000-{at:D12}").ToList();
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Code":"1"}]}""");

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"), ("filter", ODataBase.Of("Ref_Key", keys, "DeletionMark", false)));

        oneC.Requests.Should().HaveCountGreaterThan(5).And.AllSatisfy(request => $"http://{oneC.Authority}{request.Target}".Length.Should().BeLessThan(2000));
        oneC.Asked.Should().AllSatisfy(asked => asked.Should().Contain("(DeletionMark eq false) and ("));
        keys.Should().AllSatisfy(key => oneC.Asked.Count(asked => asked.Contains((string)key!)).Should().Be(1));
        table.Rows.Should().HaveCount(oneC.Requests.Count);
    }

    [TestMethod]
    public async Task A_list_in_parts_has_no_order_and_that_is_told()
    {
        var keys = Enumerable.Range(0, 200).Select(at => (object?)$"c1a7e2aa-0000-4000-8000-{at:D12}").ToList();
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"), ("filter", ODataBase.Of("Ref_Key", keys)), ("orderBy", "Code"));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Message.Should().Contain("orderBy");
        oneC.Requests.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_long_filter_that_cannot_be_parted_is_refused_with_its_length()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"), ("filter", ODataBase.Of("Description", new string('ж', 400))));

        error.Reason.Should().Be("ADDRESS_TOO_LONG");
        error.Message.Should().Contain("characters");
        oneC.Requests.Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_empty_list_of_values_asks_nothing_and_finds_nothing()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Code":"1"}]}""");

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("filter", ODataBase.Of("Ref_Key", new List<object?>())));
        var count = await oneC.CallAsync("Count", ("entity", "Catalog_Товары"), ("filter", ODataBase.Of("Ref_Key", new List<object?>())));

        table.Rows.Should().BeEmpty();
        count.Should().Be(0L);
        oneC.Requests.Should().BeEmpty();
    }

    private static string Page(string target, int total)
    {
        var skip = Option(target, "$skip=") ?? 0;
        var top = Option(target, "$top=") ?? total;
        return $$"""{"value":[{{string.Join(',', Enumerable.Range(skip, Math.Max(0, Math.Min(top, total - skip))).Select(at => $$"""{"Code":"{{at}}"}"""))}}]}""";
    }

    private static int? Option(string target, string name) =>
        target.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? int.Parse(target[(at + name.Length)..].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture) : null;
}
