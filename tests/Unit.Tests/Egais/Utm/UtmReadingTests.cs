using System.Text;
using Cleverence.Connectivity;
using Connectors.Egais;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmReadingTests
{
    [TestMethod]
    [DataRow(200, "<Documents/>", null)]
    [DataRow(200, "\uFEFF  \r\n<Documents/>", null)]
    [DataRow(200, "УТМ запускается", "UTM_NOT_XML")]
    [DataRow(200, "", "UTM_NOT_XML")]
    [DataRow(200, "<!DOCTYPE html><html></html>", "UTM_NOT_XML")]
    [DataRow(200, "<HTML><body/></HTML>", "UTM_NOT_XML")]
    [DataRow(404, "", "NOT_FOUND")]
    [DataRow(500, "", "UTM_HTTP")]
    [DataRow(403, "", "UTM_HTTP")]
    public async Task A_document_is_XML_or_stays_where_it_is(int status, string body, string? reason)
    {
        await using var server = await TestServer.TextAsync(body, "application/xml; charset=utf-8", status);
        using var utm = UtmFormTests.Client(server, out var organisation);

        (await ReasonOfAsync(() => utm.FetchAsync(organisation, "/opt/out/Ticket/1", CancellationToken.None).AsTask())).Should().Be(reason);
    }

    [TestMethod]
    [DataRow(200, null)]
    [DataRow(404, null)]
    [DataRow(500, "UTM_HTTP")]
    public async Task A_removal_of_what_is_gone_is_a_success(int status, string? reason)
    {
        await using var server = await TestServer.TextAsync("", "text/plain", status);
        using var utm = UtmFormTests.Client(server, out var organisation);

        (await ReasonOfAsync(() => utm.DeleteAsync(organisation, "/opt/out/Ticket/1", CancellationToken.None).AsTask())).Should().Be(reason);
        server.Seen.Should().ContainSingle().Which.Verb.Should().Be("DELETE");
    }

    [TestMethod]
    [DataRow(200, "<html>УТМ запускается</html>", "UTM_NOT_XML")]
    [DataRow(200, "<A><url>http://h/opt/out/Ticket/1</url>", "UTM_NOT_XML")]
    [DataRow(503, "", "UTM_HTTP")]
    public async Task A_list_that_is_none_says_so(int status, string body, string reason)
    {
        await using var server = await TestServer.TextAsync(body, "application/xml; charset=utf-8", status);
        using var utm = UtmFormTests.Client(server, out var organisation);

        (await ReasonOfAsync(() => utm.InboxAsync(organisation, CancellationToken.None).AsTask())).Should().Be(reason);
    }

    [TestMethod]
    public async Task A_UTM_that_is_off_is_told_and_nothing_is_in_doubt()
    {
        var server = await TestServer.JsonAsync("{}");
        using var utm = UtmFormTests.Client(server, out var organisation);
        await server.DisposeAsync();

        var post = () => utm.PostAsync(organisation, "WayBill_v4", "<a/>"u8.ToArray(), CancellationToken.None).AsTask();

        (await post.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => !error.InDoubt && error.Reason == "UTM_OFFLINE" && error.Code == ConnectorErrorCode.Unavailable);
    }

    [TestMethod]
    public async Task A_read_without_an_answer_in_time_is_a_time_out()
    {
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var utm = UtmFormTests.Client(server, out var organisation, settings => settings.Organisations[0].Timeout = "00:00:01");

        (await ReasonOfAsync(() => utm.FetchAsync(organisation, "/opt/out/Ticket/1", CancellationToken.None).AsTask())).Should().Be("UTM_TIMEOUT");
    }

    [TestMethod]
    public async Task A_document_over_the_limit_is_refused_and_never_cut()
    {
        await using var server = await TestServer.TextAsync($"<a>{new string('x', 100_000)}</a>", "application/xml");
        using var utm = UtmFormTests.Client(server, out var organisation, settings => settings.Limits.MaxDocumentBytes = 64 * 1024);

        (await ReasonOfAsync(() => utm.FetchAsync(organisation, "/opt/out/ReplyRests_v2/1", CancellationToken.None).AsTask())).Should().Be("ANSWER_TOO_LARGE");
    }

    [TestMethod]
    public async Task Thousands_of_entries_are_listed_from_the_configured_host()
    {
        var list = $"<A>{string.Concat(Enumerable.Range(1, 5000).Select(number => $"<url>http://elsewhere:1/opt/out/Ticket/{number}</url>"))}<ver>2</ver></A>";
        await using var server = await TestServer.TextAsync(list, "application/xml; charset=utf-8");
        using var utm = UtmFormTests.Client(server, out var organisation);

        var entries = await utm.ListAsync(organisation, "replyId=a", CancellationToken.None).ToListAsync();

        entries.Select(entry => entry.Path).Should().Equal(Enumerable.Range(1, 5000).Select(number => $"/opt/out/Ticket/{number}"));
        server.Seen.Should().ContainSingle().Which.Target.Should().Be("/opt/out?replyId=a");
    }

    private static async Task<string?> ReasonOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure.Error.Reason;
        }
    }
}
