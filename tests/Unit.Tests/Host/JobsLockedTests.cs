using Server;

namespace Unit.Tests.Host;

[TestClass]
public sealed class JobsLockedTests
{
    [TestMethod]
    public void The_switch_is_taken_out_and_what_follows_it_stays()
    {
        string[] args = ["--jobs-locked", "--urls", "http://127.0.0.1:0"];

        var locked = JobsLocked.Take(ref args);

        locked.Should().BeTrue();
        args.Should().Equal("--urls", "http://127.0.0.1:0");
    }

    [TestMethod]
    public void Without_the_switch_nothing_changes()
    {
        string[] args = ["--urls", "http://127.0.0.1:0"];

        JobsLocked.Take(ref args).Should().BeFalse();

        args.Should().HaveCount(2);
    }
}
