using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Connectors.Transport;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class SuzSettingsTests
{
    private static readonly TimeSpan Codes = TimeSpan.FromMinutes(2);

    [TestMethod]
    public void The_defaults_are_those_of_the_manuals()
    {
        var problems = new SettingsProblems();

        var options = SuzOptionsReader.Read(new SuzSettings(), Codes, problems);

        problems.All.Should().BeEmpty();
        options.Should().BeEquivalentTo(new SuzOptions(), comparing => comparing.Excluding(one => one.Attributes));
        options.Batch.Should().Be(10_000);
        options.LastPortion.Should().Be(100);
        options.WaitingTime.Should().Be(TimeSpan.FromMinutes(2));
        options.MissingTime.Should().Be(TimeSpan.FromMinutes(30));
        options.Budget.Should().Be(TimeSpan.FromMinutes(5));
        options.ExpiryWarning.Should().Be(TimeSpan.FromDays(7));
        options.ClosePolicy.Should().Be(SuzClosePolicy.WhenAllReceived);
        options.SearchTime.Should().Be(TimeSpan.FromMinutes(30));
    }

    [TestMethod]
    public void All_that_is_wrong_is_told_at_once()
    {
        var problems = new SettingsProblems();

        SuzOptionsReader.Read(new SuzSettings { Batch = 200_000, LastPortion = 0, WaitingTime = "2", ClosePolicy = "sometimes", LockTime = "00:01:00" }, Codes, problems);

        problems.All.Select(problem => problem.Field).Should().Equal("suz.batch", "suz.lastPortion", "suz.waitingTime", "suz.closePolicy", "suz.lockTime");
        problems.All.Should().OnlyContain(problem => problem.MessageRu != null && problem.NextStepRu != null && problem.NextStep.Length > 0);
    }

    [TestMethod]
    [DataRow(1_767_225_600L, DisplayName = "seconds")]
    [DataRow(1_767_225_600_000L, DisplayName = "milliseconds")]
    public void A_time_is_read_in_seconds_or_milliseconds_by_its_size(long unix)
    {
        using var json = System.Text.Json.JsonDocument.Parse($"{{\"at\":\"{unix}\"}}");

        json.RootElement.Moment("at").Should().Be(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [TestMethod]
    [DataRow(400, true)]
    [DataRow(401, true)]
    [DataRow(404, true)]
    [DataRow(422, true)]
    [DataRow(408, false)]
    [DataRow(429, false)]
    [DataRow(500, false)]
    [DataRow(302, false)]
    public void Only_a_clear_no_counts_as_a_refusal(int status, bool refusal) => SuzClient.IsRefusal(new ZnakAnswer(status, [], null)).Should().Be(refusal);
}
