using Microsoft.Extensions.Logging;
using Server.Logging;
using TestKit;

namespace Unit.Tests.Host.Logging;

[TestClass]
public sealed class OutputLogTests
{
    [TestMethod]
    public void Record_is_a_line_with_time_level_category_and_id()
    {
        var output = new StringWriter();
        using (var log = new OutputLog(new ManualTimeProvider(), output))
        {
            log.CreateLogger("Room").LogWarning(new EventId(7), "Молоко {Count}", 3);
        }

        output.ToString().Should().MatchRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d warn Room\[7\] Молоко 3\n$");
    }

    [TestMethod]
    public void Exception_follows_its_line()
    {
        var output = new StringWriter();
        using (var log = new OutputLog(TimeProvider.System, output)) log.CreateLogger("Room").LogError(new InvalidOperationException("why"), "Failed");
        output.ToString().Should().Contain("Failed\nSystem.InvalidOperationException: why");
    }

    [TestMethod]
    public void Records_are_written_by_themselves_a_moment_later()
    {
        using var free = new ManualResetEventSlim(initialState: true);
        var output = new BlockedWriter(free);
        using var log = new OutputLog(TimeProvider.System, output);
        log.CreateLogger("Room").LogInformation("seen");
        SpinWait.SpinUntil(() => output.IsBlocked, TimeSpan.FromSeconds(20)).Should().BeTrue();
    }

    [TestMethod]
    public void Output_that_blocks_holds_no_caller_up_and_what_was_dropped_is_counted()
    {
        using var release = new ManualResetEventSlim();
        var output = new BlockedWriter(release);
        using (var log = new OutputLog(TimeProvider.System, output))
        {
            var logger = log.CreateLogger("Room");
            logger.LogInformation("first");
            SpinWait.SpinUntil(() => output.IsBlocked, TimeSpan.FromSeconds(20)).Should().BeTrue();
            for (var i = 0; i < 50; i++) logger.LogInformation("{Text}", new string('x', 100_000));
            release.Set();
        }

        output.Written.Should().MatchRegex(@"\d+ log records were dropped");
    }

    [TestMethod]
    public async Task Output_that_nobody_reads_does_not_keep_the_server_from_stopping()
    {
        using var never = new ManualResetEventSlim();
        var output = new BlockedWriter(never);
        var log = new OutputLog(TimeProvider.System, output);
        log.CreateLogger("Room").LogInformation("stuck");
        SpinWait.SpinUntil(() => output.IsBlocked, TimeSpan.FromSeconds(20)).Should().BeTrue();

        var ending = Task.Factory.StartNew(log.Dispose, TaskCreationOptions.LongRunning);

        await ending.Invoking(end => end.WaitAsync(TimeSpan.FromSeconds(20))).Should().NotThrowAsync();
        never.Set();
    }

    [TestMethod]
    public void Output_that_throws_whatever_loses_what_was_in_hand_and_nothing_after()
    {
        var output = new ThrowingWriter();
        using var log = new OutputLog(TimeProvider.System, output);
        log.CreateLogger("Room").LogInformation("lost");
        log.Flush();
        output.Works = true;

        log.CreateLogger("Room").LogInformation("kept");
        log.Flush();

        output.ToString().Should().Contain("records are missing here").And.Contain("kept").And.NotContain("lost");
    }

    private sealed class ThrowingWriter : StringWriter
    {
        public volatile bool Works;

        public override void Write(System.Text.StringBuilder? value)
        {
            ObjectDisposedException.ThrowIf(!Works, this);
            base.Write(value);
        }
    }

    private sealed class BlockedWriter(ManualResetEventSlim release) : StringWriter
    {
        private volatile bool blocked;

        public bool IsBlocked => blocked;

        public string Written => ToString();

        public override void Write(System.Text.StringBuilder? value)
        {
            blocked = true;
            release.Wait();
            base.Write(value);
        }
    }
}
