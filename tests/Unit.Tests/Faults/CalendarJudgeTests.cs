using Faults.Judge;

namespace Unit.Tests.Faults;

[TestClass]
public sealed class CalendarJudgeTests
{
    private static readonly DateTimeOffset Moment = new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow(0.1)]
    [DataRow(1.9)]
    public void One_firing_at_its_moment_is_right(double late) => Once(late).Should().BeEmpty();

    [TestMethod]
    [DataRow(-0.5)]
    [DataRow(2.5)]
    public void Firing_too_early_or_too_late_fails(double late) => Once(late).Should().ContainMatch("*was right*");

    [TestMethod]
    public void No_firing_fails() => Once().Should().ContainMatch("*fired 0 times*");

    [TestMethod]
    public void Second_firing_of_a_daily_job_fails() => Once(0.1, 3600.1).Should().ContainMatch("*fired 2 times*");

    [TestMethod]
    public void Regular_firings_are_right() => Regular(0.5, 2.5, 4.5, 6.5, 8.5).Should().BeEmpty();

    [TestMethod]
    public void Gap_fails() => Regular(0.5, 2.5, 8.5).Should().ContainMatch("*stood still for 6.00 s*");

    [TestMethod]
    public void Start_held_up_close_to_the_next_one_is_no_burst() => Regular(0.5, 4.2, 4.5, 6.5, 8.5).Should().BeEmpty();

    [TestMethod]
    public void Return_in_time_is_right() => Returns(-1, 2.9).Should().BeEmpty();

    [TestMethod]
    public void Return_too_late_fails() => Returns(-1, 3.1).Should().ContainMatch("*did not fire within 00:00:03*");

    [TestMethod]
    public void Gap_at_the_end_fails() => Regular(0.5, 2.5, 4.5).Should().ContainMatch("*stood still for 5.50 s*");

    [TestMethod]
    public void Burst_fails() => Regular(0.5, 2.5, 2.6, 2.7, 4.5, 6.5, 8.5).Should().ContainMatch("*fired three times within 0.20 s*");

    [TestMethod]
    public void Silence_is_kept() => Silent(-1, 10.5).Should().BeEmpty();

    [TestMethod]
    public void Firing_in_the_silence_fails() => Silent(-1, 3, 10.5).Should().ContainMatch("*fired 1 times while nothing may start*");

    private static IReadOnlyList<string> Once(params double[] seconds) => Judge(seconds, judge => judge.Once("job", Moment));

    private static IReadOnlyList<string> Regular(params double[] seconds) => Judge(seconds, judge => judge.Regular("job", Moment, Moment.AddSeconds(10), TimeSpan.FromSeconds(2)));

    private static IReadOnlyList<string> Returns(params double[] seconds) => Judge(seconds, judge => judge.Returns("job", Moment, TimeSpan.FromSeconds(2)));

    private static IReadOnlyList<string> Silent(params double[] seconds) => Judge(seconds, judge => judge.Silent("job", Moment, Moment.AddSeconds(10)));

    private static IReadOnlyList<string> Judge(double[] seconds, Action<CalendarJudge> ask)
    {
        var judge = new CalendarJudge([.. seconds.Select(late => new Tick("job", 0, Moment.AddSeconds(late).ToUnixTimeMilliseconds(), ""))]);
        ask(judge);
        return judge.Failures;
    }
}
