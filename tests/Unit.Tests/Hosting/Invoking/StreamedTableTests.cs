using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class StreamedTableTests
{
    private static readonly TableColumn[] Columns = [new("N", ValueKind.Integer)];
    private readonly InvokerRig rig = new();

    [TestMethod]
    public async Task Call_keeps_its_place_until_its_table_is_read()
    {
        var handle = rig.Add(Streaming(5));
        var table = (ConnectorTable)(await rig.CallAsync()).Value!;
        handle.Runtime.Gate.Running.Should().Be(1);
        (await RowsAsync(table)).Should().Be(5);
        handle.Runtime.Gate.Running.Should().Be(0);
    }

    [TestMethod]
    public async Task Table_that_is_never_read_gives_its_place_back_when_disposed()
    {
        var handle = rig.Add(Streaming(5));
        var table = (ConnectorTable)(await rig.CallAsync()).Value!;
        await table.DisposeAsync();
        handle.Runtime.Gate.Running.Should().Be(0);
    }

    [TestMethod]
    public async Task More_rows_than_the_limit_end_in_TooLarge()
    {
        rig.Add(Streaming(ConnectorTable.MaxRows + 1));
        var table = (ConnectorTable)(await rig.CallAsync()).Value!;
        var reading = () => RowsAsync(table);
        (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
    }

    [TestMethod]
    public async Task Row_that_does_not_come_within_the_limit_ends_in_Timeout()
    {
        rig.Add(Streaming(3, hangAt: 2), options => options with { Timeout = TimeSpan.FromMilliseconds(150) });
        var table = (ConnectorTable)(await rig.CallAsync()).Value!;
        var reading = () => RowsAsync(table);
        (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.Timeout);
    }

    [TestMethod]
    public async Task Streamed_result_of_an_unsafe_call_is_not_replayed_and_not_run_again()
    {
        var probe = Streaming(1);
        rig.Add(probe);
        await RowsAsync((ConnectorTable)(await rig.CallAsync(requestId: "r1")).Value!);
        (await rig.CallAsync(requestId: "r1")).Error!.Code.Should().Be(ConnectorErrorCode.Conflict);
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Streamed_result_of_a_Safe_call_is_read_anew_under_the_same_request_id()
    {
        var probe = Streaming(1, safety: MethodSafety.Safe);
        rig.Add(probe);
        await RowsAsync((ConnectorTable)(await rig.CallAsync(requestId: "r1")).Value!);
        (await RowsAsync((ConnectorTable)(await rig.CallAsync(requestId: "r1")).Value!)).Should().Be(1);
        probe.Calls.Should().Be(2);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Row_that_hangs_keeps_the_place_of_its_call_until_it_really_comes(bool comesInTheEnd)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handle = rig.Add(new Probe((_, _) => new(InvokeResult.Ok(ConnectorTable.Stream(Columns, HangingAsync(release.Task))))), options => options with { Timeout = TimeSpan.FromMilliseconds(100) });
        var table = (ConnectorTable)(await rig.CallAsync()).Value!;
        await ((Func<Task>)(() => RowsAsync(table))).Should().ThrowAsync<ConnectorException>();
        await table.DisposeAsync();
        handle.Runtime.Gate.Running.Should().Be(1);
        if (comesInTheEnd) release.SetResult();
        else release.SetException(new IOException("Gone."));
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "the step has ended");
    }

    private static async IAsyncEnumerable<object?[]> HangingAsync(Task release)
    {
        await release;
        yield return [1L];
    }

    private static Probe Streaming(int rows, int hangAt = -1, MethodSafety safety = MethodSafety.Unsafe) =>
        new((_, _) => new(InvokeResult.Ok(ConnectorTable.Stream(Columns, RowsOf(rows, hangAt)))), safety);

    private static async IAsyncEnumerable<object?[]> RowsOf(int rows, int hangAt)
    {
        for (var i = 0; i < rows; i++)
        {
            if (i == hangAt) await new TaskCompletionSource().Task;
            yield return [(long)i];
        }
    }

    private static async Task<int> RowsAsync(ConnectorTable table)
    {
        var count = 0;
        await foreach (var _ in table.ReadAsync()) count++;
        return count;
    }
}
