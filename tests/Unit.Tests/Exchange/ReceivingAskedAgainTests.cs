using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>What may be meant otherwise once the items before are committed is asked about again then.</summary>
[TestClass]
public sealed class ReceivingAskedAgainTests : ReceivingTogether
{
    [TestMethod]
    public async Task Second_item_of_a_document_is_understood_after_the_first_is_committed()
    {
        Fill(4);
        var seen = new List<(string Item, string? Status)>();
        Receiving.OnHandle = item =>
        {
            var document = item.Item.RemoteId is "i-001" or "i-002" ? "общий" : item.Item.RemoteId;
            seen.Add((item.Item.RemoteId, Store.FindDocumentAsync(Id, document, default).Result?.Status));
            return Received(document);
        };

        await ReceiveAsync();

        seen.Should().Equal(("i-000", null), ("i-001", null), ("i-002", null), ("i-002", "ПринятИзЕГАИС"), ("i-003", null));
        Commits.Should().Equal(2, 2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("a", "a", null, null, true, DisplayName = "one key")]
    [DataRow("a", "b", "first", "first", true, DisplayName = "two new records under one name")]
    [DataRow("a", "b", "first", "second", false, DisplayName = "two new records under two names")]
    public async Task Second_item_about_a_record_is_understood_after_the_first_is_committed(string firstKey, string secondKey, string? firstName, string? secondName, bool isAskedAgain)
    {
        Fill(2);
        Receiving.OnHandle = item => new IncomingOutcome(true)
        {
            Records = [item.Item.RemoteId == "i-000" ? Record(firstKey, firstName) : Record(secondKey, secondName)],
        };

        await ReceiveAsync();

        Receiving.Count("Handle").Should().Be(isAskedAgain ? 3 : 2);
        Commits.Should().HaveCount(isAskedAgain ? 2 : 1);
    }

    [TestMethod]
    public async Task Error_is_believed_only_when_nothing_waits_to_be_committed()
    {
        Fill(2);
        Receiving.OnHandle = item => item.Item.RemoteId == "i-000" ? Received("д") : Store.FindDocumentAsync(Id, "д", default).Result is null ? new IncomingOutcome(false) { Error = Away } : new IncomingOutcome(true);

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Unclear == 0 && report.Received == 2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Item_that_is_kept_or_means_nothing_is_asked_about_again_before_what_comes_after_the_commit()
    {
        Fill(5);
        Receiving.OnHandle = item => item.Item.RemoteId switch
        {
            "i-000" => Received("д"),
            // Both know the document only when it is committed.
            "i-001" or "i-002" when Store.FindDocumentAsync(Id, "д", default).Result is null => new IncomingOutcome(item.Item.RemoteId == "i-002"),
            "i-003" => Received("д"),
            _ => Received(item.Item.RemoteId),
        };

        await ReceiveAsync();

        Receiving.Calls.Where(call => call.StartsWith("Handle", StringComparison.Ordinal)).Should().Equal("Handle i-000", "Handle i-001", "Handle i-002", "Handle i-003", "Handle i-001", "Handle i-002", "Handle i-003", "Handle i-004");
        (await Store.FindDocumentAsync(Id, "i-001", default)).Should().NotBeNull();
        (await Store.FindDocumentAsync(Id, "i-002", default)).Should().NotBeNull();
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Failure_of_the_adapter_is_believed_only_when_nothing_waits_to_be_committed()
    {
        Fill(2);
        Receiving.OnHandle = item => item.Item.RemoteId == "i-000" ? Received("д") : Store.FindDocumentAsync(Id, "д", default).Result is null ? throw new InvalidOperationException("What is it about?") : Received("е");

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 0 && report.Received == 2);
    }

    [TestMethod]
    public async Task Record_that_somebody_changed_meanwhile_is_no_failure_of_its_item()
    {
        Fill(3);
        var changed = true;
        Receiving.OnHandle = item => Received(item.Item.RemoteId);
        Refuses = commit => changed && commit.Documents.Any(state => state.Document == "i-001") && commit.Incoming.Count == 1 ? Once(() => changed = false) : null;
        Breaks = commit => commit.Incoming.Count > 1 && changed;

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 0 && report.Received == 3);
        Receiving.Calls.Count(call => call == "Handle i-001").Should().Be(2);
        (await Store.FindIncomingAsync(Id, Organisation, "i-001", default))!.Attempt.Should().Be(0);

        static ConnectorError Once(Action change)
        {
            change();
            return ExchangeErrors.RecordChanged("k");
        }
    }

    [TestMethod]
    public async Task Items_whose_records_are_always_of_another_version_fail_once_in_a_run_and_do_not_hold_it()
    {
        Fill(2);
        Receiving.OnHandle = item => Received(item.Item.RemoteId);
        Breaks = commit => commit.Incoming.Count > 1;
        Refuses = _ => ExchangeErrors.RecordChanged("k");

        var result = await ReceiveAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 2 && report.Received == 0);
        Receiving.Count("Handle").Should().Be(4, "each is asked about once more");
        (await Store.FindIncomingAsync(Id, Organisation, "i-001", default))!.Attempt.Should().Be(1);
    }
}
