using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Items that have nothing to do with each other share a commit; those that have see what became of the one before.</summary>
[TestClass]
public sealed class ReceivingTogetherTests : EngineSetting
{
    private const string Kind = "ТТН";
    private readonly ReceivingAdapter receiving;
    private readonly List<int> commits = [];

    public ReceivingTogetherTests()
    {
        var table = new DocumentStatusTable(new StatusEntry("Черновик")).Add(Kind, "WayBill", new OperationStatuses(new StatusEntry("-"), new StatusEntry("-"), new StatusEntry("ПринятИзЕГАИС"), new StatusEntry("-")));
        receiving = new ReceivingAdapter(Remote, table) { SliceSize = 100, OnDelay = _ => null };
        Adapter = receiving;
        var (store, faults) = FaultyStore.Over(Store);
        faults.Before = (_, argument) =>
        {
            if (argument is not ExchangeCommit commit || commit.Incoming.All(item => item.Stage != IncomingStage.Handled)) return;
            commits.Add(commit.Incoming.Count);
            if (Refuses(commit)) throw new InvalidCastException("A row that cannot be read.");
            if (Answers(commit) is { } error) throw new ConnectorException(error);
        };
        Engine = NewEngine(store);
    }

    private Func<ExchangeCommit, bool> Refuses { get; set; } = _ => false;

    private Func<ExchangeCommit, ConnectorError?> Answers { get; set; } = _ => null;

    [TestMethod]
    public async Task Strangers_share_commits_of_some_dozens()
    {
        Fill(70);

        var result = await ReceiveAsync();

        commits.Should().Equal(32, 32, 6);
        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 70 && report.Failed == 0);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Second_item_of_a_document_is_understood_after_the_first_is_committed()
    {
        Fill(4);
        var seen = new List<(string Item, string? Status)>();
        receiving.OnHandle = item =>
        {
            var document = item.Item.RemoteId is "i-001" or "i-002" ? "общий" : item.Item.RemoteId;
            seen.Add((item.Item.RemoteId, Store.FindDocumentAsync(Id, document, default).Result?.Status));
            return Received(document);
        };

        await ReceiveAsync();

        seen.Should().Equal(("i-000", null), ("i-001", null), ("i-002", null), ("i-002", "ПринятИзЕГАИС"), ("i-003", null));
        commits.Should().Equal(2, 2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Answers_to_one_message_are_never_in_one_commit()
    {
        Fill(3, replyTo: at => at == 1 ? "other" : "same");

        await ReceiveAsync();

        commits.Should().Equal(2, 1);
        receiving.Count("Handle").Should().Be(3, "the box says what they answer, so that nothing is understood in vain");
    }

    [TestMethod]
    [DataRow("a", "a", null, null, true, DisplayName = "one key")]
    [DataRow("a", "b", "first", "first", true, DisplayName = "two new records under one name")]
    [DataRow("a", "b", "first", "second", false, DisplayName = "two new records under two names")]
    public async Task Second_item_about_a_record_is_understood_after_the_first_is_committed(string firstKey, string secondKey, string? firstName, string? secondName, bool isAskedAgain)
    {
        Fill(2);
        receiving.OnHandle = item => new IncomingOutcome(true)
        {
            Records = [item.Item.RemoteId == "i-000" ? Record(firstKey, firstName) : Record(secondKey, secondName)],
        };

        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(isAskedAgain ? 3 : 2);
        commits.Should().HaveCount(isAskedAgain ? 2 : 1);
    }

    [TestMethod]
    public async Task Error_is_believed_only_when_nothing_waits_to_be_committed()
    {
        Fill(2);
        receiving.OnHandle = item => item.Item.RemoteId == "i-000" ? Received("д") : Store.FindDocumentAsync(Id, "д", default).Result is null ? new IncomingOutcome(false) { Error = Away } : new IncomingOutcome(true);

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Unclear == 0 && report.Received == 2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Item_that_is_refused_takes_nobody_along()
    {
        Fill(5);
        receiving.OnHandle = item => Received(item.Item.RemoteId);
        Answers = commit => commit.Documents.Any(state => state.Document == "i-002") ? Away : null;

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 4 && report.Failed == 1);
        commits.Should().Equal(5, 1, 1, 1, 1, 1);
        Remote.Box.Keys.Should().Equal("i-002");
        (await Store.FindIncomingAsync(Id, Organisation, "i-002", default))!.Attempt.Should().Be(1);
    }

    [TestMethod]
    public async Task Item_that_must_wait_takes_nobody_along()
    {
        Fill(3);
        receiving.OnHandle = item => item.Item.RemoteId == "i-001" ? new IncomingOutcome(true) { Replies = new Dictionary<string, ReplyOutcome> { ["unknown"] = new(ReplyVerdict.Done) } } : Received(item.Item.RemoteId);

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 2 && report.Failed == 0);
        Remote.Box.Keys.Should().Equal("i-001");
    }

    [TestMethod]
    public async Task Item_that_a_waiting_one_completes_is_not_handled_itself()
    {
        Fill(2);
        receiving.OnHandle = item => item.Item.RemoteId == "i-000" ? Received("пара") with { Completes = ["i-001"] } : throw new InvalidOperationException("It is complete.");

        await ReceiveAsync();

        commits.Should().Equal(2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Item_that_is_kept_or_means_nothing_is_asked_about_again_before_what_comes_after_the_commit()
    {
        Fill(5);
        receiving.OnHandle = item => item.Item.RemoteId switch
        {
            "i-000" => Received("д"),
            // Both know the document only when it is committed.
            "i-001" or "i-002" when Store.FindDocumentAsync(Id, "д", default).Result is null => new IncomingOutcome(item.Item.RemoteId == "i-002"),
            "i-003" => Received("д"),
            _ => Received(item.Item.RemoteId),
        };

        await ReceiveAsync();

        receiving.Calls.Where(call => call.StartsWith("Handle", StringComparison.Ordinal)).Should().Equal("Handle i-000", "Handle i-001", "Handle i-002", "Handle i-003", "Handle i-001", "Handle i-002", "Handle i-003", "Handle i-004");
        (await Store.FindDocumentAsync(Id, "i-001", default)).Should().NotBeNull();
        (await Store.FindDocumentAsync(Id, "i-002", default)).Should().NotBeNull();
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Failure_of_the_adapter_is_believed_only_when_nothing_waits_to_be_committed()
    {
        Fill(2);
        receiving.OnHandle = item => item.Item.RemoteId == "i-000" ? Received("д") : Store.FindDocumentAsync(Id, "д", default).Result is null ? throw new InvalidOperationException("What is it about?") : Received("е");

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 0 && report.Received == 2);
    }

    [TestMethod]
    public async Task Record_that_somebody_changed_meanwhile_is_no_failure_of_its_item()
    {
        Fill(3);
        var changed = true;
        receiving.OnHandle = item => Received(item.Item.RemoteId);
        Answers = commit => changed && commit.Documents.Any(state => state.Document == "i-001") && commit.Incoming.Count == 1 ? Once(() => changed = false) : null;
        Refuses = commit => commit.Incoming.Count > 1 && changed;

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 0 && report.Received == 3);
        receiving.Calls.Count(call => call == "Handle i-001").Should().Be(2);
        (await Store.FindIncomingAsync(Id, Organisation, "i-001", default))!.Attempt.Should().Be(0);

        static ConnectorError Once(Action change)
        {
            change();
            return ExchangeErrors.RecordChanged("k");
        }
    }

    private static IncomingOutcome Received(string document) =>
        new(true) { Document = document, Facts = [new DocumentFact(document, Kind, "WayBill", FactKind.Received) { Organisation = Organisation }] };

    private static RecordChange Record(string key, string? name) => new("kind", key, [1]) { Index1 = name is null ? null : Organisation, Index2 = name, ExpectedVersion = 0 };

    private void Fill(int count, Func<int, string>? replyTo = null)
    {
        for (var at = 0; at < count; at++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"i-{at:000}");
            Remote.Box[id] = (new IncomingItem(Organisation, id, "/" + id) { ReplyTo = replyTo?.Invoke(at) }, Encoding.UTF8.GetBytes(id));
        }
    }

    private ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);
}
