using Connectors.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Tests.Hosting.Invoking;

namespace Unit.Tests.Hosting.Configuration;

[TestClass]
public sealed class QuietWatchTests
{
    [TestMethod]
    public async Task A_change_whose_taking_over_was_cancelled_does_not_end_the_watch()
    {
        var version = 0;
        var taken = 0;
        var watch = new QuietWatch(
            () => new Dictionary<string, string> { ["file"] = $"{Volatile.Read(ref version)}" },
            (_, _) => Interlocked.Increment(ref taken) == 1 ? Task.FromCanceled(new CancellationToken(canceled: true)) : Task.CompletedTask,
            new(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10)), TimeProvider.System, NullLogger.Instance);
        watch.Start(new Dictionary<string, string> { ["file"] = "0" }, []);
        Volatile.Write(ref version, 1);
        await InvokerRig.UntilAsync(() => Volatile.Read(ref taken) == 1, "the first change");

        Volatile.Write(ref version, 2);

        await InvokerRig.UntilAsync(() => Volatile.Read(ref taken) == 2, "the second change");
        await watch.DisposeAsync();
    }
}
