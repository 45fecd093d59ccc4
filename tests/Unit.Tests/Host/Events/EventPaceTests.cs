using Cleverence.Connectivity;
using Server;
using Server.Events;
using Server.Storage;

namespace Unit.Tests.Host.Events;

[TestClass]
public sealed class EventPaceTests
{
    private static readonly EventPace Pace = new(2, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));

    [TestMethod]
    [DataRow(true, false, MethodSafety.Unsafe, 1, DocumentEventState.Pending, DisplayName = "what had no effect may be called again")]
    [DataRow(true, false, MethodSafety.Unsafe, 3, DocumentEventState.Parked, DisplayName = "not without end")]
    [DataRow(true, true, MethodSafety.Unsafe, 1, DocumentEventState.InDoubt, DisplayName = "what may have had its effect is not repeated")]
    [DataRow(true, true, MethodSafety.Keyed, 1, DocumentEventState.Pending, DisplayName = "the other side knows a repeat")]
    [DataRow(true, true, MethodSafety.Keyed, 3, DocumentEventState.InDoubt, DisplayName = "the doubt stays when retries are over")]
    [DataRow(false, false, MethodSafety.Safe, 1, DocumentEventState.Parked, DisplayName = "a repeat would not help")]
    [DataRow(false, true, MethodSafety.Unsafe, 1, DocumentEventState.InDoubt, DisplayName = "a bug in the middle leaves a doubt")]
    public void Failure_leads_to_what_its_error_and_its_method_allow(bool retryable, bool inDoubt, MethodSafety safety, int tries, DocumentEventState expected) =>
        Pace.NextOf(new ConnectorError(ConnectorErrorCode.Unavailable, "Away.") { Retryable = retryable, InDoubt = inDoubt }, safety, tries).State.Should().Be(expected);

    [TestMethod]
    [DataRow(1, null, 5)]
    [DataRow(2, null, 10)]
    [DataRow(2, 30, 30)]
    [DataRow(1, 3600, 300)]
    public void Pause_doubles_and_heeds_the_other_side_up_to_five_minutes(int tries, int? retryAfter, int expected)
    {
        var error = new ConnectorError(ConnectorErrorCode.Unavailable, "Away.") { Retryable = true, RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null };

        Pace.NextOf(error, MethodSafety.Safe, tries).Pause.Should().Be(TimeSpan.FromSeconds(expected));
    }

    [TestMethod]
    public void Connector_without_a_free_place_was_not_tried()
    {
        var next = Pace.NextOf(new ConnectorError(ConnectorErrorCode.Busy, "Busy.") { Retryable = true }, MethodSafety.Unsafe, 100);

        (next.State, next.Counted, next.Pause).Should().Be((DocumentEventState.Pending, false, TimeSpan.FromMinutes(5)));
    }

    [TestMethod]
    public void Defaults_are_five_retries_from_five_seconds_on()
    {
        var options = new ServerOptions();

        (options.EventRetries, options.EventRetryPause).Should().Be((5, TimeSpan.FromSeconds(5)));
    }
}
