using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataFailureTests
{
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    public static IEnumerable<object?[]> Codes =>
    [
        .. new[] { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "16", "18", "19" }.Select(code => new object?[] { code, 400, ConnectorErrorCode.Rejected, $"ODATA_{code}" }),
        ["0", 501, ConnectorErrorCode.Rejected, "ONEC_NOT_SUPPORTED"],
        ["17", 400, ConnectorErrorCode.Rejected, "ONEC_NOT_SUPPORTED"],
        ["21", 400, ConnectorErrorCode.Rejected, "ONEC_NOT_SUPPORTED"],
        ["15", 400, ConnectorErrorCode.Conflict, "ONEC_CONFLICT"],
        ["20", 401, ConnectorErrorCode.AccessDenied, "ONEC_RIGHTS"],
        ["-1", 500, ConnectorErrorCode.Rejected, "ONEC_REFUSED"],
    ];

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public async Task A_code_in_json_is_sorted_by_itself_and_never_repeated(string code, int status, ConnectorErrorCode expected, string reason)
    {
        await using var oneC = await ODataBase.JsonAsync($$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"ru","value":"Сказала 1С"}}}""", status: status);

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));

        (error.Code, error.Reason).Should().Be((expected, reason));
        error.MessageRu.Should().Contain("Сказала 1С");
        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public async Task A_code_in_xml_is_sorted_the_same(string code, int status, ConnectorErrorCode expected, string reason)
    {
        await using var oneC = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync($"""<?xml version="1.0"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>{code}</m:code><m:message xml:lang="ru">Сказала 1С</m:message></m:error>""");
        });

        var error = await oneC.ErrorAsync("Get", ("entity", "Catalog_Товары"), ("key", Id));

        (error.Code, error.Reason).Should().Be((expected, reason));
        oneC.Requests.Should().ContainSingle();
    }

    public static IEnumerable<object?[]> Changes =>
    [
        ["Create", ("fields", (object?)ODataBase.Of("Code", "1"))],
        ["Patch", ("fields", (object?)ODataBase.Of("Code", "1"))],
        ["Replace", ("fields", (object?)ODataBase.Of("Code", "1"))],
        ["MarkDeleted", ("mark", (object?)true)],
        ["Delete", null],
    ];

    [TestMethod]
    [DynamicData(nameof(Changes))]
    public async Task A_refused_change_is_sent_once(string method, (string, object?)? argument)
    {
        await using var oneC = await ODataBase.JsonAsync("""{"odata.error":{"code":"-1","message":{"lang":"ru","value":"Запись запрещена"}}}""", "\"enabled\":true,\"allowDelete\":true", 500);

        var error = await oneC.ErrorAsync(method, Arguments(method, argument));

        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        error.MessageRu.Should().Contain("Запись запрещена");
        error.Retryable.Should().BeFalse();
        error.InDoubt.Should().BeFalse();
        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DynamicData(nameof(Changes))]
    public async Task A_change_that_may_have_happened_is_sent_once_and_in_doubt(string method, (string, object?)? argument)
    {
        await using var oneC = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        }, "\"enabled\":true,\"allowDelete\":true");

        var error = await oneC.ErrorAsync(method, Arguments(method, argument));

        error.Code.Should().Be(ConnectorErrorCode.Unavailable);
        error.InDoubt.Should().BeTrue();
        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_read_is_repeated_while_the_base_is_busy()
    {
        var seen = 0;
        await using var oneC = await ODataBase.StartAsync((context, _) => ODataBase.JsonTo(context, """{"value":[]}""", Interlocked.Increment(ref seen) < 3 ? 503 : 200));

        await oneC.TableAsync("Read", ("entity", "Catalog_Товары"));

        oneC.Requests.Should().HaveCount(3);
    }

    [TestMethod]
    [DataRow("Read")]
    [DataRow("Get")]
    [DataRow("Count")]
    public async Task A_sign_in_page_under_200_is_told_and_not_repeated(string method)
    {
        await using var oneC = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<!DOCTYPE html><html><body>Вход</body></html>");
        });

        var error = await oneC.ErrorAsync(method, method == "Get" ? [("entity", "Catalog_Товары"), ("key", Id)] : [("entity", "Catalog_Товары")]);

        error.Reason.Should().Be("ONEC_HTML_PAGE");
        error.Detail.Should().Contain("Вход");
        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow("\uFEFF  <html><body>x</body></html>", "ONEC_HTML_PAGE")]
    [DataRow("""{"odata.error":{"code":"-1","message":{"value":"Под 200"}}}""", "ONEC_REFUSED")]
    [DataRow("Не обнаружено свободной лицензии!", "ONEC_NO_LICENCE")]
    [DataRow("", "ODATA_UNREADABLE")]
    [DataRow("[]", "ODATA_UNREADABLE")]
    [DataRow("просто текст", "ODATA_UNREADABLE")]
    public async Task An_answer_under_200_that_is_no_list_is_never_taken_for_an_empty_one(string body, string reason)
    {
        await using var oneC = await ODataBase.StartAsync((context, _) => context.Response.WriteAsync(body));

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));

        error.Reason.Should().Be(reason);
        oneC.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_page_in_place_of_the_description_is_told()
    {
        await using var oneC = await ODataBase.StartAsync((_, _) => Task.CompletedTask, metadata: "<html><body><p>Вход</body></html>");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));

        error.Code.Should().Be(ConnectorErrorCode.AccessDenied);
        error.Reason.Should().Be("ONEC_HTML_PAGE");
        error.Message.Should().Contain("baseAddress");
    }

    [TestMethod]
    public async Task A_base_that_publishes_nothing_is_told_from_a_misspelt_name()
    {
        await using var oneC = await ODataBase.StartAsync((_, _) => Task.CompletedTask, metadata: """<edmx:Edmx xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"/>""");

        var error = await oneC.ErrorAsync("Read", ("entity", "Catalog_Товары"));

        error.Message.Should().Contain("УстановитьСоставСтандартногоИнтерфейсаOData");
    }

    private static (string, object?)[] Arguments(string method, (string, object?)? argument)
    {
        List<(string, object?)> arguments = [("entity", "Catalog_Товары")];
        if (method != "Create") arguments.Add(("key", Id));
        if (argument is { } more) arguments.Add(more);
        return [.. arguments];
    }
}
