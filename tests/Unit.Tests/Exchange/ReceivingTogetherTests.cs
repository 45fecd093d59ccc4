using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Items that have nothing to do with each other share a commit, and none takes another along.</summary>
[TestClass]
public sealed class ReceivingTogetherTests : ReceivingTogether
{
    [TestMethod]
    public async Task Strangers_share_commits_of_some_dozens()
    {
        Fill(70);

        var result = await ReceiveAsync();

        Commits.Should().Equal(32, 32, 6);
        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 70 && report.Failed == 0);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Answers_to_one_message_are_never_in_one_commit()
    {
        Fill(3, replyTo: at => at == 1 ? "other" : "same");

        await ReceiveAsync();

        Commits.Should().Equal(2, 1);
        Receiving.Count("Handle").Should().Be(3, "the box says what they answer, so that nothing is understood in vain");
    }

    [TestMethod]
    public async Task Item_that_is_refused_takes_nobody_along()
    {
        Fill(5);
        Receiving.OnHandle = item => Received(item.Item.RemoteId);
        Refuses = commit => commit.Documents.Any(state => state.Document == "i-002") ? Away : null;

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 4 && report.Failed == 1);
        Commits.Should().Equal(5, 1, 1, 1, 1, 1);
        Remote.Box.Keys.Should().Equal("i-002");
        (await Store.FindIncomingAsync(Id, Organisation, "i-002", default))!.Attempt.Should().Be(1);
    }

    [TestMethod]
    public async Task Item_that_must_wait_takes_nobody_along()
    {
        Fill(3);
        Receiving.OnHandle = item => item.Item.RemoteId == "i-001" ? new IncomingOutcome(true) { Replies = new Dictionary<string, ReplyOutcome> { ["unknown"] = new(ReplyVerdict.Done) } } : Received(item.Item.RemoteId);

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 2 && report.Failed == 0);
        Remote.Box.Keys.Should().Equal("i-001");
    }

    [TestMethod]
    public async Task Item_that_a_waiting_one_completes_is_not_handled_itself()
    {
        Fill(2);
        Receiving.OnHandle = item => item.Item.RemoteId == "i-000" ? Received("пара") with { Completes = ["i-001"] } : throw new InvalidOperationException("It is complete.");

        await ReceiveAsync();

        Commits.Should().Equal(2);
        Remote.Box.Should().BeEmpty();
    }
}
