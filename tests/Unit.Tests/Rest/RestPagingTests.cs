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

    [TestMethod]
    [DataRow("true", "false")]
    [DataRow("1", "0")]
    [DataRow("\"True\"", "null")]
    [DataRow("\"1\"", "\"\"")]
    public async Task A_short_or_empty_page_is_not_the_last_while_the_service_says_there_is_more(string yes, string no)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            var page = context.Request.Query["page"].ToString();
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(page switch
            {
                "1" => $$"""{"rows":[{"n":1}],"more":{{yes}}}""",
                "2" => $$"""{"rows":[],"more":{{yes}}}""",
                _ => $$"""{"rows":[{"n":2}],"more":{{no}}}""",
            });
        });
        using var connector = RestFixture.Connector(server, """{"method":"Rows","path":"/rows","result":"$.rows[*].n","resultType":"list","paging":{"kind":"page","parameter":"page","size":2,"more":"$.more"}}""");

        var rows = await connector.ValueAsync(RestFixture.Call("", "Rows"));

        rows.Should().BeEquivalentTo(new object[] { 1L, 2L });
        server.Seen.Should().HaveCount(3);
    }

    [TestMethod]
    public async Task A_word_that_is_neither_yes_nor_no_does_not_end_the_pages_in_silence()
    {
        await using var server = await TestServer.JsonAsync("""{"rows":[1,2],"more":"есть"}""");
        using var connector = RestFixture.Connector(server, """{"method":"Rows","path":"/rows","result":"rows","resultType":"list","paging":{"kind":"page","parameter":"page","more":"$.more"}}""");

        (await connector.ErrorAsync(RestFixture.Call("", "Rows"))).Should().BeEquivalentTo(new { Code = ConnectorErrorCode.InvalidResult, Reason = "MORE_UNREADABLE" });
    }

    [TestMethod]
    [DataRow(""" "body":{"filter":{"name":"{q}"}},"paging":{"kind":"page","in":"body","parameter":"paging.page","size":2} """, """{"filter":{"name":"молоко"},"paging":{"page":1}}""", """{"filter":{"name":"молоко"},"paging":{"page":2}}""")]
    [DataRow(""" "body":{"page":0,"paging":{"size":2},"q":"{q}"},"paging":{"kind":"page","in":"body","parameter":"paging.from","first":0,"step":2,"size":2} """, """{"page":0,"paging":{"size":2,"from":0},"q":"молоко"}""", """{"page":0,"paging":{"size":2,"from":2},"q":"молоко"}""")]
    [DataRow(""" "form":{"q":"{q}"},"paging":{"kind":"page","in":"body","parameter":"page","size":2} """, "q=%D0%BC%D0%BE%D0%BB%D0%BE%D0%BA%D0%BE&page=1", "q=%D0%BC%D0%BE%D0%BB%D0%BE%D0%BA%D0%BE&page=2")]
    [DataRow(""" "body":{"q":"{q}"},"paging":{"kind":"cursor","in":"body","parameter":"cursor","next":"$.next"} """, """{"q":"молоко"}""", """{"q":"молоко","cursor":"c/&2"}""")]
    public async Task The_page_may_stand_in_the_body_of_a_search(string template, string first, string second)
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(Interlocked.Increment(ref asked) == 1 ? """{"rows":[1,2],"next":"c/&2"}""" : """{"rows":[3],"next":null}""");
        });
        using var connector = RestFixture.Connector(server, $$"""{"method":"Rows","verb":"POST","safety":"Safe","path":"/rows","result":"rows","resultType":"list",{{template}}}""");

        var rows = await connector.ValueAsync(RestFixture.Call("", "Rows", ("q", "молоко")));

        rows.Should().BeEquivalentTo(new object[] { 1L, 2L, 3L });
        server.Seen.Select(request => request.Body).Should().Equal(first, second);
        server.Seen.Should().OnlyContain(request => request.Target == "/rows");
    }

    [TestMethod]
    public async Task A_cursor_in_the_body_that_comes_again_is_a_ring()
    {
        await using var server = await TestServer.JsonAsync("""{"rows":[1],"next":5}""");
        using var connector = RestFixture.Connector(server, """{"method":"Rows","verb":"POST","safety":"Safe","path":"/rows","result":"rows","resultType":"list","body":{"q":"x"},"paging":{"kind":"cursor","in":"body","parameter":"cursor","next":"$.next"}}""");

        (await connector.ErrorAsync(RestFixture.Call("", "Rows"))).Reason.Should().Be("PAGING_RING");

        server.Seen[1].Body.Should().Be("""{"q":"x","cursor":5}""");
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
