using Cleverence.Connectivity;
using Connectors.OneC.OData;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.OneC.OData;

/// <summary>Rows on their way: errors among them, and who may stop them.</summary>
[TestClass]
public sealed class ODataRowsTests
{
    private const string Error = """{"code":"-1","message":{"lang":"ru","value":"Блокировка"}}""";
    private static readonly string ManyRows = string.Join(',', Enumerable.Range(0, 50).Select(at => $$"""{"Code":"{{at}}"}"""));

    public static IEnumerable<object[]> Answers =>
    [
        [$$"""{"value":[{{ManyRows}}],"odata.error":{{Error}}}"""],
        [$$"""{"odata.metadata":"{{new string('x', 300)}}","odata.error":{{Error}},"value":[]}"""],
        [$$"""{"odata.error":{{Error}}}"""],
    ];

    [TestMethod]
    [DynamicData(nameof(Answers))]
    public async Task An_error_beside_the_rows_ends_them(string json)
    {
        await using var oneC = await ODataBase.JsonAsync(json);

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));

        (error.Code, error.Reason).Should().Be((ConnectorErrorCode.Rejected, "ONEC_REFUSED"));
        error.MessageRu.Should().Contain("Блокировка");
    }

    [TestMethod]
    public async Task Stopping_the_call_stops_a_later_page_on_its_way()
    {
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        await using var oneC = await ODataBase.StartAsync(
            async (context, target) =>
            {
                if (!target.Contains("$skip", StringComparison.Ordinal))
                {
                    await ODataBase.JsonTo(context, $$"""{"value":[{{string.Join(',', Enumerable.Range(0, 10).Select(at => $$"""{"Code":"{{at}}"}"""))}}]}""");
                    return;
                }

                asked.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            },
            "\"enabled\":true,\"pageSize\":10");
        oneC.Stop = stop.Token;

        var reading = oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"));
        await asked.Task;
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => reading.WaitAsync(TimeSpan.FromSeconds(10))).Should().ThrowAsync<OperationCanceledException>();
    }

    [TestMethod]
    [DataRow(new[] { "a-1", "A-1" }, 1)]
    [DataRow(new[] { "a-1", "a-1  " }, 1)]
    [DataRow(new[] { "a-1", "a-2" }, 2)]
    public void What_1C_takes_for_equal_never_stands_in_two_requests(string[] codes, int alternatives)
    {
        var filter = new FilterBuilder(SampleModel.Model, SampleModel.Literals).Build(ODataBase.Of("Code", codes.Cast<object?>().ToList()), SampleModel.Goods);

        filter.Alternatives.Should().HaveCount(alternatives);
        filter.Text().Split("Code eq").Should().HaveCount(3);
    }

    [TestMethod]
    [DataRow("Create", true)]
    [DataRow("Patch", true)]
    [DataRow("Get", false)]
    public async Task Object_that_cannot_be_read_leaves_a_change_in_doubt(string method, bool inDoubt)
    {
        const string id = "c1a7e2aa-0000-4000-8000-000000000001";
        await using var oneC = await ODataBase.JsonAsync("""{"Остаток":"много"}""");
        List<(string, object?)> arguments = [("entity", "Catalog_Товары")];
        if (method != "Create") arguments.Add(("key", id));
        if (method != "Get") arguments.Add(("fields", ODataBase.Of("Code", "1")));

        var error = await oneC.ErrorAsync(method, [.. arguments]);

        (error.Code, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidResult, inDoubt));
    }

    [TestMethod]
    public void Key_of_several_types_becomes_a_condition_of_type_and_value()
    {
        var type = SampleModel.Model.TypeOf("AccumulationRegister_ТоварыНаСкладах")!;
        var parts = ODataKey.Parts(ODataBase.Of("Recorder", "c1a7e2aa-0000-4000-8000-000000000001", "Recorder_Type", "StandardODATA.Document_Чек"), type);

        new FilterBuilder(SampleModel.Model, SampleModel.Literals).Build(parts, type).Text().Should().Be("(Recorder eq cast(guid'c1a7e2aa-0000-4000-8000-000000000001','Document_Чек'))");
    }

    [TestMethod]
    [DataRow("\"enabled\":true", "А-1  ")]
    [DataRow("\"enabled\":true,\"trimTexts\":true", "А-1")]
    public async Task Spaces_at_the_ends_of_texts_are_cut_on_request_only(string odata, string expected)
    {
        await using var list = await ODataBase.JsonAsync("""{"value":[{"Code":"А-1  "}]}""", odata);
        await using var one = await ODataBase.JsonAsync("""{"Code":"А-1  "}""", odata);

        (await list.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code"))).Rows.Single().Should().Equal(expected);
        (await one.CallAsync("Get", ("entity", "Catalog_Товары"), ("key", "c1a7e2aa-0000-4000-8000-000000000001"))).Should().BeOfType<ConnectorRecord>().Which["Code"].Should().Be(expected);
    }

    [TestMethod]
    public void Numbers_of_one_value_are_asked_for_together()
    {
        var filter = new FilterBuilder(SampleModel.Model, SampleModel.Literals).Build(ODataBase.Of("Цена", new List<object?> { 1L, 1.0m, "1.00" }), SampleModel.Goods);

        filter.Alternatives.Should().ContainSingle();
    }
}
