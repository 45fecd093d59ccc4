using Microsoft.Extensions.Logging.Abstractions;
using Server;

namespace Unit.Tests.Host;

[TestClass]
public sealed class PoolWatchTests
{
    [TestMethod]
    public async Task Watch_that_was_started_and_never_stopped_ends_before_what_it_waits_on_is_gone()
    {
        var watch = new PoolWatch(NullLogger<PoolWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);

        watch.Dispose();

        watch.IsWatching.Should().BeFalse();
    }

    [TestMethod]
    public async Task Watch_may_be_stopped_and_disposed_of_in_any_number()
    {
        var watch = new PoolWatch(NullLogger<PoolWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        await watch.StopAsync(CancellationToken.None);

        watch.Invoking(stopped => stopped.Dispose()).Should().NotThrow();
    }
}
