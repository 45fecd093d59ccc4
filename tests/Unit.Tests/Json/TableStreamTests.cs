using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Json;

[TestClass]
public sealed class TableStreamTests
{
    private static readonly TableColumn[] Columns = [new("n", ValueKind.Integer)];

    [TestMethod]
    public async Task Whole_table_ends_with_ok_true()
    {
        var (answer, failure) = await AnswerAsync(ConnectorTable.Stream(Columns, Rows(3)));

        answer.Should().Be("""{"requestId":"r","type":"table","columns":[{"name":"n","type":"integer"}],"rows":[[0],[1],[2]],"ok":true}""");
        failure.Should().BeNull();
    }

    [TestMethod]
    public async Task Source_that_fails_in_the_middle_closes_the_rows_and_ends_with_its_error()
    {
        var error = new ConnectorException(ConnectorErrorCode.Unavailable, "The base went away.");
        var (answer, failure) = await AnswerAsync(ConnectorTable.Stream(Columns, Rows(2, error)));

        var root = JsonDocument.Parse(answer).RootElement;
        root.GetProperty("rows").GetArrayLength().Should().Be(2);
        root.GetProperty("ok").GetBoolean().Should().BeFalse();
        root.GetProperty("error").GetProperty("code").GetString().Should().Be("Unavailable");
        failure.Should().BeSameAs(error);
    }

    [TestMethod]
    public async Task Failure_of_the_sources_own_making_is_told_without_its_text()
    {
        var (answer, _) = await AnswerAsync(ConnectorTable.Stream(Columns, Rows(1, new InvalidOperationException("secret"))));

        answer.Should().Contain("\"code\":\"Failed\"").And.NotContain("secret");
    }

    [TestMethod]
    public async Task More_rows_than_the_limit_end_with_too_large()
    {
        var (answer, _) = await AnswerAsync(ConnectorTable.Stream(Columns, Rows(ConnectorTable.MaxRows + 1)));

        var root = JsonDocument.Parse(answer).RootElement;
        root.GetProperty("rows").GetArrayLength().Should().Be(ConnectorTable.MaxRows);
        root.GetProperty("error").GetProperty("code").GetString().Should().Be("TooLarge");
    }

    [TestMethod]
    public async Task Plain_numbers_of_a_source_are_brought_into_the_closed_set()
    {
        var table = ConnectorTable.Stream(Columns, Cells(7));

        (await AnswerAsync(table)).Answer.Should().Contain("[[7]]");
    }

    [TestMethod]
    public async Task Cell_of_another_kind_ends_with_invalid_result_and_readable_rows()
    {
        var (answer, _) = await AnswerAsync(ConnectorTable.Stream(Columns, Cells(1L, "x")));

        var root = JsonDocument.Parse(answer).RootElement;
        root.GetProperty("rows").GetArrayLength().Should().Be(1);
        root.GetProperty("error").GetProperty("code").GetString().Should().Be("InvalidResult");
    }

    [TestMethod]
    public async Task Caller_that_has_gone_disposes_the_table()
    {
        var disposed = false;
        var table = ConnectorTable.Stream(Columns, Rows(100_000), () =>
        {
            disposed = true;
            return ValueTask.CompletedTask;
        });
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();

        await InvokeJson.WriteStreamAsync(pipe.Writer, table, "r", null, CancellationToken.None);

        disposed.Should().BeTrue();
    }

    [TestMethod]
    public void Long_and_single_pass_tables_are_streamed_and_short_ones_are_not()
    {
        InvokeJson.IsStreamed(ConnectorTable.Stream(Columns, Rows(1))).Should().BeTrue();
        InvokeJson.IsStreamed(new ConnectorTable(Columns, new object?[InvokeJson.RowsInOnePiece + 1][])).Should().BeTrue();
        InvokeJson.IsStreamed(new ConnectorTable(Columns, new object?[InvokeJson.RowsInOnePiece][])).Should().BeFalse();
        InvokeJson.IsStreamed("x").Should().BeFalse();
    }

    private static async Task<(string Answer, Exception? Failure)> AnswerAsync(ConnectorTable table)
    {
        using var memory = new MemoryStream();
        var writer = PipeWriter.Create(memory);
        var failure = await InvokeJson.WriteStreamAsync(writer, table, "r", null, CancellationToken.None);
        await writer.CompleteAsync();
        return (Encoding.UTF8.GetString(memory.ToArray()), failure);
    }

    private static async IAsyncEnumerable<object?[]> Rows(int count, Exception? end = null)
    {
        await Task.Yield();
        for (var i = 0L; i < count; i++) yield return [i];
        if (end is not null) throw end;
    }

    private static async IAsyncEnumerable<object?[]> Cells(params object?[] cells)
    {
        await Task.Yield();
        foreach (var cell in cells) yield return [cell];
    }
}
