using Cleverence.Connectivity;
using Connectors.Rest;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestCheckTests
{
    private const string Ping = """{"method":"Ping","path":"/ping","result":"$.n"}""";

    [TestMethod]
    [DataRow(403)]
    [DataRow(500)]
    [DataRow(302)]
    public async Task A_base_address_that_shows_nothing_does_not_matter_where_a_method_is_named(int status)
    {
        await using var server = await ServerAsync(context =>
        {
            if (context.Request.Path != "/ping") context.Response.StatusCode = status;
        });

        var report = await CheckAsync(server.Address, Ping);

        report.Problems.Should().BeEmpty();
        (report.Target, report.Answered).Should().Be((server.Authority, "HTTP 200 application/json"));
        server.Seen.Should().ContainSingle().Which.Target.Should().Be("/ping");
    }

    [TestMethod]
    [DataRow(401, Ping, "HTTP_401", "auth")]
    [DataRow(302, Ping, "HTTP_302", "baseAddress")]
    [DataRow(404, Ping, "HTTP_404", "check")]
    [DataRow(503, Ping, "HTTP_503", "check")]
    [DataRow(200, """{"method":"Ping","path":"/ping","result":"$.nothing"}""", "UNEXPECTED_ANSWER", "check")]
    [DataRow(401, """{"method":"Ping","path":"/ping","errors":[{"status":"401","reason":"EXPIRED","message":"The licence has ended."}]}""", "EXPIRED", "check")]
    public async Task What_keeps_every_request_out_is_told_of_the_settings_and_the_rest_of_the_method(int status, string template, string code, string field)
    {
        await using var server = await ServerAsync(context => context.Response.StatusCode = status);

        var report = await CheckAsync(server.Address, template);

        report.Problems.Select(problem => (problem.Code, problem.Field)).Should().Equal((code, field));
    }

    [TestMethod]
    [DataRow(404, "BASE_ADDRESS_EMPTY")]
    [DataRow(405, null)]
    [DataRow(200, null)]
    public async Task A_base_address_with_nothing_there_is_told_and_leaves_the_connector_in_order(int status, string? code)
    {
        await using var server = await ServerAsync(context => context.Response.StatusCode = status);
        using var connector = new RestConnector(RestFixture.Settings($$"""{"baseAddress":"{{server.Address}}","templates":[{{Ping}}]}"""));

        var report = await connector.CheckAsync(CancellationToken.None);

        report.IsOk.Should().BeTrue();
        report.Answered.Should().StartWith($"HTTP {status}");
        report.Problems.Select(problem => problem.Code).Should().Equal(code is null ? [] : [code]);
        report.Problems.Should().NotContain(problem => !problem.IsWarning || problem.Field != "check" || !problem.NextStep.Contains("\"check\"") || !problem.NextStepRu!.Contains("\"check\""));
    }

    [TestMethod]
    public async Task A_dead_address_is_told_where_a_method_is_named()
    {
        var report = await CheckAsync(new Uri("http://127.0.0.1:9"), Ping);

        report.Problems.Select(problem => (problem.Code, problem.Field)).Should().Equal(("NOT_CONNECTED", "baseAddress"));
        report.Target.Should().Be("127.0.0.1:9");
    }

    [TestMethod]
    public async Task A_first_page_that_means_none_is_in_order_and_is_asked_for_as_a_page()
    {
        await using var server = await ServerAsync(context => context.Response.StatusCode = 404);

        var report = await CheckAsync(server.Address, """{"method":"Ping","path":"/rows","result":"rows","emptyOn":["404"],"columns":[{"name":"n"}],"paging":{"kind":"page","parameter":"page"}}""");

        report.Problems.Should().BeEmpty();
        server.Seen.Should().ContainSingle().Which.Target.Should().Be("/rows?page=1");
    }

    private static async Task<ConnectorCheckReport> CheckAsync(Uri address, string template)
    {
        using var connector = new RestConnector(RestFixture.Settings($$"""{"baseAddress":"{{address}}","check":"Ping","retry":{"count":0},"templates":[{{template}}]}"""));
        return await connector.CheckAsync(CancellationToken.None);
    }

    private static Task<TestServer> ServerAsync(Action<HttpContext> answer) => TestServer.StartAsync(context =>
    {
        context.Response.ContentType = "application/json";
        answer(context);
        return context.Response.WriteAsync("{\"n\":1}");
    });
}
