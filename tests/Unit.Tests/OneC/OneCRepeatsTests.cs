using Cleverence.Connectivity;
using Connectors.OneC;
using Connectors.Transport;

namespace Unit.Tests.OneC;

/// <summary>What is sent again, how often, and after which pause.</summary>
[TestClass]
public sealed class OneCRepeatsTests
{
    private static readonly RetryOptions Retry = new(2, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(5));

    [TestMethod]
    [DataRow("ONEC_SESSION_LOST", "Safe", 1)]
    [DataRow("ONEC_SESSION_LOST", "Keyed", 1)]
    [DataRow("ONEC_SESSION_LOST", "Unsafe", 0)]
    [DataRow("ONEC_SESSIONS_BUSY", "Safe", 2)]
    [DataRow("ONEC_SESSIONS_BUSY", "Keyed", 2)]
    [DataRow("ONEC_SESSIONS_BUSY", "Unsafe", 0)]
    [DataRow("ONEC_UNAVAILABLE", "Safe", 2)]
    [DataRow("ONEC_UNAVAILABLE", "Keyed", 2)]
    [DataRow("ONEC_UNAVAILABLE", "Unsafe", 0)]
    [DataRow("ONEC_TOO_MANY_REQUESTS", "Safe", 2)]
    [DataRow("ONEC_TOO_MANY_REQUESTS", "Unsafe", 0)]
    [DataRow("ONEC_BROKEN", "Safe", 1)]
    [DataRow("ONEC_BROKEN", "Keyed", 0)]
    [DataRow("ONEC_BROKEN", "Unsafe", 0)]
    [DataRow("ONEC_NO_LICENCE", "Safe", 0)]
    [DataRow("ONEC_HTML_PAGE", "Safe", 0)]
    [DataRow("ONEC_REFUSED", "Safe", 0)]
    [DataRow("ONEC_ERROR", "Safe", 0)]
    [DataRow("ONEC_SIGN_IN", "Safe", 0)]
    [DataRow("ONEC_CONFLICT", "Safe", 0)]
    [DataRow("ODATA_14", "Safe", 0)]
    public void Number_of_repeats_follows_from_the_reason_and_the_safety(string reason, string safety, int expected)
    {
        var repeats = new OneCRepeats(Retry, TimeSpan.FromSeconds(5));
        var error = new ConnectorError(ConnectorErrorCode.Unavailable, "no") { Reason = reason, Retryable = true };

        Enumerable.Range(0, 5).TakeWhile(_ => repeats.PauseAfter(error, Enum.Parse<MethodSafety>(safety)) is not null).Count().Should().Be(expected);
    }

    [TestMethod]
    public void Pause_after_406_is_the_time_1C_waits_itself() =>
        new OneCRepeats(Retry, TimeSpan.FromSeconds(7)).PauseAfter(new(ConnectorErrorCode.Busy, "") { Reason = "ONEC_SESSIONS_BUSY" }, MethodSafety.Safe).Should().Be(TimeSpan.FromSeconds(7));

    [TestMethod]
    public void Pause_after_503_doubles_around_the_first_one()
    {
        var repeats = new OneCRepeats(Retry, TimeSpan.FromSeconds(5));
        var error = new ConnectorError(ConnectorErrorCode.Unavailable, "") { Reason = "ONEC_UNAVAILABLE" };

        repeats.PauseAfter(error, MethodSafety.Safe).Should().BeCloseTo(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.06));
        repeats.PauseAfter(error, MethodSafety.Safe).Should().BeCloseTo(TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(0.11));
    }

    [TestMethod]
    [DataRow(3, 3)]
    [DataRow(30, null)]
    public void Retry_After_is_heeded_up_to_the_longest_pause(int seconds, int? expected) =>
        new OneCRepeats(Retry, TimeSpan.FromSeconds(5)).PauseAfter(new(ConnectorErrorCode.Unavailable, "") { Reason = "ONEC_UNAVAILABLE", RetryAfter = TimeSpan.FromSeconds(seconds) }, MethodSafety.Safe)
            .Should().Be(expected is { } told ? TimeSpan.FromSeconds(told) : null);

    [TestMethod]
    public void Our_service_is_looked_at_ever_more_seldom_up_to_15_seconds() =>
        OneCPoll.Own().Take(11).Select(pause => Math.Round(pause.TotalSeconds, 2)).Should().Equal(1, 1.4, 1.96, 2.74, 3.84, 5.38, 7.53, 10.54, 14.76, 15, 15);

    [TestMethod]
    public void Standard_service_is_looked_at_after_15_seconds_then_30_more_each_time_up_to_180() =>
        OneCPoll.Standard(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(180)).Take(8).Select(pause => pause.TotalSeconds).Should().Equal(15, 45, 75, 105, 135, 165, 180, 180);
}
