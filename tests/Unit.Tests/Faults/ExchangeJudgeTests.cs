using Faults.Judge;

namespace Unit.Tests.Faults;

/// <summary>The judge of exchanges must see what is wrong: every rule is broken here once.</summary>
[TestClass]
public sealed class ExchangeJudgeTests
{
    private static readonly LocalMessage Done = new("document", "Done") { Hash = "hash", RequestId = "7" };
    private static readonly LocalMessage Parked = new("document", "Parked") { Hash = "hash", Reason = "It was not found.", Actions = ["ВыполнитеПроверку"] };
    private static readonly RemoteDocument There = new("7", "hash");

    [TestMethod]
    public void Accepted_document_that_is_there_once_survives() => Judge(Done, There).Should().BeEmpty();

    [TestMethod]
    public void Document_that_is_there_twice_fails() => Judge(Done, There, There with { Number = "8" }).Should().ContainMatch("*is there 2 times: 7, 8*");

    [TestMethod]
    public void Document_that_is_called_done_and_is_not_there_fails() => Judge(Done with { RequestId = null }).Should().ContainMatch("*is not there*");

    [TestMethod]
    public void Document_under_another_number_fails() => Judge(Done, There with { Number = "8" }).Should().ContainMatch("*known as 7 and is there as 8*");

    [TestMethod]
    public void Number_of_nothing_fails() => Judge(Done with { Stage = "Rejected" }).Should().ContainMatch("*known as 7 and is not there*");

    [TestMethod]
    public void Refused_document_that_is_not_there_survives() => Judge(Done with { Stage = "Rejected", RequestId = null }).Should().BeEmpty();

    [TestMethod]
    public void Refused_document_that_is_there_after_all_fails() => Judge(Done with { Stage = "Rejected", RequestId = null }, There).Should().ContainMatch("*is there as 7*");

    [TestMethod]
    [DataRow("Enqueued")]
    [DataRow("AwaitingSignature")]
    [DataRow("Sending")]
    [DataRow("Accepted")]
    [DataRow("WaitingRemote")]
    public void Message_that_is_not_final_is_stuck(string stage) => Judge(Done with { Stage = stage }, There).Should().ContainMatch("*is stuck*");

    [TestMethod]
    [DataRow("Parked")]
    [DataRow("Uncertain")]
    public void Message_for_a_person_with_reason_and_next_action_survives(string stage) => Judge(Parked with { Stage = stage }).Should().BeEmpty();

    [TestMethod]
    public void Message_for_a_person_without_a_reason_fails() => Judge(Parked with { Reason = null }).Should().ContainMatch("*has no reason*");

    [TestMethod]
    public void Message_for_a_person_without_a_next_action_fails() => Judge(Parked with { Actions = [] }).Should().ContainMatch("*has no next action*");

    [TestMethod]
    public void Document_in_no_message_fails() => new ExchangeJudge([], []).Judge("document").Should().ContainMatch("*is in no message*");

    [TestMethod]
    public void Document_in_two_messages_fails() => new ExchangeJudge([Done, Done], [There]).Judge("document").Should().ContainMatch("*is in 2 messages*");

    [TestMethod]
    public void Document_of_nobody_fails() => new ExchangeJudge([Done], [There, new RemoteDocument("9", "other")]).Strangers().Should().Equal("the other side has 9, which is in no message");

    [TestMethod]
    public void Own_documents_are_no_strangers() => new ExchangeJudge([Done], [There]).Strangers().Should().BeEmpty();

    private static IReadOnlyList<string> Judge(LocalMessage message, params IReadOnlyList<RemoteDocument> remote) => new ExchangeJudge([message], remote).Judge("document");
}
