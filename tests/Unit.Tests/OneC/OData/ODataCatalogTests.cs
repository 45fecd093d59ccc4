using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;
using TestKit;

namespace Unit.Tests.OneC.OData;

/// <summary>The description of the base: what is not one is not taken for an empty base, and none holds the connector for ever.</summary>
[TestClass]
public sealed class ODataCatalogTests
{
    private const string Xhtml = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>Вход</body></html>""";
    private const string Blocked = """<?xml version="1.0"?><exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" reason="503"><descr xmlns="http://v8.1c.ru/8.1/data/core">Сеансы запрещены</descr></exception>""";
    private const string Empty = """<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices/></edmx:Edmx>""";

    [TestMethod]
    [DataRow(Xhtml, ConnectorErrorCode.AccessDenied, "ONEC_HTML_PAGE")]
    [DataRow("<html><body>Вход</body></html>", ConnectorErrorCode.AccessDenied, "ONEC_HTML_PAGE")]
    [DataRow("<!DOCTYPE html><html></html>", ConnectorErrorCode.AccessDenied, "ONEC_HTML_PAGE")]
    [DataRow(Blocked, ConnectorErrorCode.Unavailable, "ONEC_UNAVAILABLE")]
    [DataRow("""<service xmlns="http://www.w3.org/2007/app"/>""", ConnectorErrorCode.Rejected, "ODATA_NO_METADATA")]
    [DataRow("{}", ConnectorErrorCode.Rejected, "ODATA_NO_METADATA")]
    [DataRow("", ConnectorErrorCode.Rejected, "ODATA_NO_METADATA")]
    [DataRow(Empty, ConnectorErrorCode.InvalidArguments, "ENTITY_UNKNOWN")]
    public async Task What_is_no_description_is_told_as_what_it_is_and_not_kept(string answer, ConnectorErrorCode code, string reason)
    {
        var answers = new Queue<string>([answer, SampleModel.Xml]);
        await using var oneC = await ODataBase.DescribedAsync((context, _) => ODataBase.JsonTo(context, """{"value":[]}"""), context => context.Response.WriteAsync(answers.Dequeue()));

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));
        var next = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"));

        (error.Code, error.Reason).Should().Be((code, reason));
        next.Rows.Should().BeEmpty();
        oneC.Descriptions.Should().Be(2);
    }

    [TestMethod]
    public async Task A_description_that_never_ends_is_given_up_and_asked_for_anew()
    {
        var time = new ManualTimeProvider();
        var begun = new TaskCompletionSource();
        var drips = true;
        await using var oneC = await ODataBase.DescribedAsync(
            (context, _) => ODataBase.JsonTo(context, """{"value":[]}"""),
            context => drips ? DripAsync(context, begun) : context.Response.WriteAsync(SampleModel.Xml),
            time: time,
            idleTimeout: "01:00:00");

        var call = oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));
        await begun.Task;
        drips = false;
        time.Advance(Connectors.OneC.OData.ODataCatalog.Limit);

        var error = await call.WaitAsync(TimeSpan.FromSeconds(20));
        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.Timeout, "ODATA_METADATA_SLOW", false));
        (await oneC.TableAsync("Read", ("entity", "Catalog_Товары"))).Rows.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Stopping_the_connector_ends_the_download()
    {
        var begun = new TaskCompletionSource();
        await using var oneC = await ODataBase.DescribedAsync((_, _) => Task.CompletedTask, context => DripAsync(context, begun));

        var call = oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));
        await begun.Task;
        await oneC.StopConnectorAsync();

        (await call.WaitAsync(TimeSpan.FromSeconds(20))).Code.Should().Be(ConnectorErrorCode.Cancelled);
    }

    private static async Task DripAsync(HttpContext context, TaskCompletionSource begun)
    {
        try
        {
            while (true)
            {
                await context.Response.WriteAsync("<", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                begun.TrySetResult();
                await Task.Delay(50, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller has gone, as he should.
        }
    }
}
