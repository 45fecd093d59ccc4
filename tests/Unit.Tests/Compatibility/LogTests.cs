using System.Diagnostics;
using Cleverence;
using Cleverence.Connectivity.Classic;

namespace Unit.Tests.Compatibility;

[TestClass]
public sealed class LogTests
{
    [TestMethod]
    public void Inside_a_scope_a_record_goes_to_the_host_with_its_kind_and_cause()
    {
        var host = new MemoryHost();
        var cause = new InvalidOperationException("нет связи");

        using (ClassicScope.Enter(host))
        {
            Log.Write("начало");
            Log.Write("сбой", cause, Log.LogType.Error);
        }

        host.Written.Should().Equal(("начало", null, Log.LogType.Information), ("сбой", cause, Log.LogType.Error));
    }

    [TestMethod]
    public void Outside_of_every_scope_a_record_goes_to_the_trace()
    {
        var listener = new Listener();
        Trace.Listeners.Add(listener);
        try
        {
            Log.Write("outside-7f3a", new InvalidOperationException("cause-7f3a"), Log.LogType.Error);
        }
        finally
        {
            Trace.Listeners.Remove(listener);
        }

        listener.Text.ToString().Should().Contain("Error: outside-7f3a").And.Contain("cause-7f3a");
    }

    [TestMethod]
    public async Task A_scope_flows_into_the_threads_it_starts_and_ends_where_it_began()
    {
        var host = new MemoryHost();
        Task started;
        using (ClassicScope.Enter(host)) started = Task.Run(() => Log.Write("из задачи"));
        await started;

        ClassicScope.Current.Should().BeNull();
        host.Written.Select(record => record.Text).Should().Equal("из задачи");
    }

    [TestMethod]
    public void An_inner_scope_gives_the_outer_one_back()
    {
        var outer = new MemoryHost();
        using var scope = ClassicScope.Enter(outer);

        using (ClassicScope.Enter(new MemoryHost())) Log.Write("inner");

        ClassicScope.Current.Should().BeSameAs(outer);
        outer.Written.Should().BeEmpty();
    }

    private sealed class Listener : TraceListener
    {
        public System.Text.StringBuilder Text { get; } = new();

        public override void Write(string? message)
        {
            lock (Text) Text.Append(message);
        }

        public override void WriteLine(string? message) => Write(message + "\n");
    }
}
