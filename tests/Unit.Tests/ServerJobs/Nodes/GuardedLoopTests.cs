using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class GuardedLoopTests
{
    [TestMethod]
    public void Only_the_first_failure_and_the_end_of_failing_are_told()
    {
        var told = new List<string>();
        var away = true;
        using var loop = new GuardedLoop("test", () => away ? throw new IOException("away") : TimeSpan.FromSeconds(7), fault => told.Add(fault.Message), () => told.Add("back"));

        loop.StepGuarded();
        loop.StepGuarded();
        away = false;
        var wait = loop.StepGuarded();
        loop.StepGuarded();

        told.Should().Equal("away", "back");
        wait.Should().Be(TimeSpan.FromSeconds(7));
    }

    [TestMethod]
    public async Task A_loop_goes_on_whatever_its_step_throws_and_ends_when_told()
    {
        var steps = 0;
        using var loop = new GuardedLoop("test", () => Interlocked.Increment(ref steps) % 2 == 0 ? TimeSpan.FromMilliseconds(1) : throw new IOException("away"), _ => throw new InvalidOperationException("The log is broken."), () => { });

        loop.Start();
        await Eventually.Become(() => Volatile.Read(ref steps) > 4, "some steps");
        loop.Stop();
        var at = steps;

        loop.Wake();
        steps.Should().Be(at);
    }
}
