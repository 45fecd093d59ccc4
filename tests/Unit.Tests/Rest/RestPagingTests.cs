using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestPagingTests
{
    private const string Pages = """{"method":"Rows","path":"/rows","query":{"q":"a b"},"result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"page","parameter":"page","size":2}}""";

    [TestMethod]
    public async Task A_page_is_asked_for_when_the_rows_before_it_have_been_taken()
    {
        await using var server = await ServerAsync();
        using var connector = RestFixture.Connector(server, Pages);

        var table = (ConnectorTable)(await connector.ValueAsync(RestFixture.Call("", "Rows")))!;
        server.Seen.Should().ContainSingle();
        await using var rows = table.ReadAsync().GetAsyncEnumerator();
        for (var number = 0; number < 2; number++) (await rows.MoveNextAsync()).Should().BeTrue();
        server.Seen.Should().ContainSingle();
        (await rows.MoveNextAsync()).Should().BeTrue();

        rows.Current.Should().Equal(3L);
        server.Seen.Select(request => request.Target).Should().Equal("/rows?q=a%20b&page=1", "/rows?q=a%20b&page=2");
    }

    [TestMethod]
    public async Task A_table_nobody_reads_on_asks_for_no_more_pages()
    {
        await using var server = await ServerAsync();
        using var connector = RestFixture.Connector(server, Pages);

        await using (var table = (ConnectorTable)(await connector.ValueAsync(RestFixture.Call("", "Rows")))!)
        {
            table.IsStream.Should().BeTrue();
        }

        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_deadline_of_later_pages_is_what_the_earlier_ones_have_left()
    {
        await using var server = await ServerAsync(TimeSpan.FromMilliseconds(300));
        using var connector = RestFixture.Connector(server, Pages);
        var call = new Cleverence.Warehouse.InvokeArgs("Erp", "", "Rows") { Deadline = TimeSpan.FromSeconds(60) };

        await foreach (var _ in ((ConnectorTable)(await connector.ValueAsync(call))!).ReadAsync())
        {
            // Only the requests count.
        }

        var left = server.Seen.ConvertAll(request => long.Parse(request.Headers["X-Deadline-Ms"], System.Globalization.CultureInfo.InvariantCulture));
        left.Should().HaveCount(3);
        (left[0] - left[1]).Should().BeGreaterThan(250);
        (left[1] - left[2]).Should().BeGreaterThan(250);
    }

    [TestMethod]
    public async Task A_call_that_is_stopped_ends_between_pages()
    {
        await using var server = await ServerAsync();
        using var connector = RestFixture.Connector(server, Pages);
        using var stop = new CancellationTokenSource();
        var table = (ConnectorTable)(await connector.InvokeAsync(RestFixture.Call("", "Rows"), stop.Token)).Value!;
        await stop.CancelAsync();

        var reading = async () =>
        {
            await foreach (var _ in table.ReadAsync())
            {
                // The second page is never asked for.
            }
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();
        server.Seen.Should().ContainSingle();
    }

    // Five rows, two a page.
    private static Task<TestServer> ServerAsync(TimeSpan? pause = null) => TestServer.StartAsync(async context =>
    {
        if (pause is { } wait) await Task.Delay(wait);
        var page = int.Parse(context.Request.Query["page"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        var rows = Enumerable.Range((page * 2) - 1, 2).Where(number => number <= 5).Select(number => $$"""{"n":{{number}}}""");
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"rows":[{{string.Join(',', rows)}}]}""");
    });
}
