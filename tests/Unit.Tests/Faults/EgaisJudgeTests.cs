using Faults.Judge;

namespace Unit.Tests.Faults;

/// <summary>The judge of exchanges with UTMs must see what is wrong: every rule is broken here once.</summary>
[TestClass]
public sealed class EgaisJudgeTests
{
    private const string A = "030000000001", B = "030000000002";
    private static readonly TakenDocument Taken = new(A, "WayBill_v4", "7", "hash") { Identity = "wbl-1" };
    private static readonly LocalMessage Done = new("document", "Done") { Organisation = A, Operation = "WayBill", Hash = "hash", RequestId = "7" };
    private static readonly LocalMessage Parked = Done with { Stage = "Parked", RequestId = null, Reason = "It was not found.", Actions = ["RunExchange"] };
    private static readonly RemovedEntry Removed = new(A, "/opt/out/Ticket/1", "bytes");
    private static readonly KeptEntry Kept = new(A, "/opt/out/Ticket/1", "bytes", "Acknowledged");
    private static readonly EgaisEnd End = new("Confirmed", "Confirmed", "Accepted", "Cancelled", "repealed");

    [TestMethod]
    public void Document_taken_once_survives() => EgaisJudge.Doubles([Taken, Taken with { Identity = "wbl-1-2", RequestId = "8" }, Taken with { FsrarId = B }]).Should().BeEmpty();

    [TestMethod]
    public void Document_taken_twice_fails() => EgaisJudge.Doubles([Taken, Taken with { RequestId = "8", Hash = "other" }]).Should().ContainMatch("*wbl-1 was taken 2 times: 7, 8");

    [TestMethod]
    public void Document_without_an_identifier_is_known_by_its_bytes() => EgaisJudge.Doubles([Taken with { Identity = "" }, Taken with { Identity = "", RequestId = "8" }]).Should().ContainMatch("*was taken 2 times*");

    [TestMethod]
    public void Other_bytes_without_an_identifier_are_another_document() => EgaisJudge.Doubles([Taken with { Identity = "" }, Taken with { Identity = "", Hash = "other" }]).Should().BeEmpty();

    [TestMethod]
    public void Questions_may_be_repeated() => EgaisJudge.Doubles([Taken with { Element = "QueryRests_v2" }, Taken with { Element = "QueryRests_v2" }]).Should().BeEmpty();

    [TestMethod]
    public void Message_that_was_taken_survives() => EgaisJudge.Messages([Done], [Taken]).Should().BeEmpty();

    [TestMethod]
    public void Number_that_no_utm_gave_fails() => EgaisJudge.Messages([Done], [Taken with { FsrarId = B }]).Should().ContainMatch("*known as 7 and was never taken");

    [TestMethod]
    public void Message_that_was_taken_with_other_bytes_fails() => EgaisJudge.Messages([Done], [Taken with { Hash = "other" }]).Should().ContainMatch("*was taken with other bytes");

    [TestMethod]
    [DataRow("Done")]
    [DataRow("DonePartly")]
    [DataRow("Reversed")]
    public void Message_that_ended_well_without_a_number_fails(string stage) => EgaisJudge.Messages([Done with { Stage = stage, RequestId = null }], []).Should().ContainMatch("*has no number");

    [TestMethod]
    public void Message_that_was_refused_needs_no_number() => EgaisJudge.Messages([Done with { Stage = "Rejected", RequestId = null }], []).Should().BeEmpty();

    [TestMethod]
    [DataRow("Enqueued")]
    [DataRow("Sending")]
    [DataRow("Accepted")]
    public void Message_that_is_not_final_is_stuck(string stage) => EgaisJudge.Messages([Done with { Stage = stage }], [Taken]).Should().ContainMatch("*is stuck");

    [TestMethod]
    [DataRow("Parked")]
    [DataRow("Uncertain")]
    public void Message_for_a_person_with_reason_and_next_action_survives(string stage) => EgaisJudge.Messages([Parked with { Stage = stage }], []).Should().BeEmpty();

    [TestMethod]
    public void Message_for_a_person_without_a_reason_fails() => EgaisJudge.Messages([Parked with { Reason = null }], []).Should().ContainMatch("*has no reason");

    [TestMethod]
    public void Message_for_a_person_without_a_next_action_fails() => EgaisJudge.Messages([Parked with { Actions = [] }], []).Should().ContainMatch("*has no next action");

    [TestMethod]
    public void Document_of_nobody_fails() => EgaisJudge.Strangers([Done], [Taken, Taken with { RequestId = "8" }]).Should().Equal($"{A} WayBill_v4 wbl-1 was taken and is in no message");

    [TestMethod]
    public void Own_documents_and_questions_are_no_strangers() => EgaisJudge.Strangers([Done], [Taken, Taken with { RequestId = "8", Element = "QueryRests_v2" }]).Should().BeEmpty();

    [TestMethod]
    [DataRow("Handled")]
    [DataRow("Acknowledged")]
    public void Removal_of_what_is_kept_survives(string stage) => EgaisJudge.Removals([Removed], [Kept with { Stage = stage }]).Should().BeEmpty();

    [TestMethod]
    [DataRow("Seen")]
    [DataRow("Stored")]
    [DataRow("Parked")]
    public void Removal_before_the_commit_fails(string stage) => EgaisJudge.Removals([Removed], [Kept with { Stage = stage }]).Should().Equal($"{A} /opt/out/Ticket/1 was removed and is {stage}");

    [TestMethod]
    public void Removal_of_what_was_never_kept_fails() => EgaisJudge.Removals([Removed], [Kept with { FsrarId = B }]).Should().ContainMatch("*was removed and never kept");

    [TestMethod]
    public void Removal_of_what_was_kept_otherwise_fails() => EgaisJudge.Removals([Removed], [Kept with { Hash = "other" }]).Should().ContainMatch("*was kept with other bytes");

    [TestMethod]
    public void Story_that_ended_as_it_had_to_survives() => EgaisJudge.Ends("kill-1", End, End).Should().BeEmpty();

    [TestMethod]
    public void Each_state_of_a_story_is_looked_at() => EgaisJudge.Ends("kill-1", End, EgaisEnd.Nothing with { Shipped = "SentToUtm" }).Should().Equal(
        "kill-1: the shipper's waybill is SentToUtm and should be Confirmed",
        "kill-1: the consignee's waybill is not there and should be Confirmed",
        "kill-1: the registry's waybill is not there and should be Accepted",
        "kill-1: the write-off is not there and should be Cancelled",
        "kill-1: the registry's act is not there and should be repealed");

    [TestMethod]
    public void Night_of_failed_runs_survives() => EgaisJudge.Runs("it was night", ["Failed", "TimedOut"], ["Failed", "TimedOut"], 2).Should().BeEmpty();

    [TestMethod]
    [DataRow("Succeeded")]
    [DataRow("SucceededWithWarnings")]
    public void Green_run_in_the_night_fails(string outcome) => EgaisJudge.Runs("it was night", ["Failed", outcome], ["Failed"], 2).Should().Equal($"while it was night, a run ended as {outcome}");

    [TestMethod]
    public void Night_without_runs_proves_nothing() => EgaisJudge.Runs("it was night", ["TimedOut"], ["Failed", "TimedOut"], 2).Should().Equal("while it was night, there were 1 runs");
}
