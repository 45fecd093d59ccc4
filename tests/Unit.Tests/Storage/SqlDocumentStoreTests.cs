using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public class SqlDocumentStoreTests : StoreTest
{
    private SqlDocumentStore? store;

    private SqlDocumentStore Store => store ??= new SqlDocumentStore(Home.Database, Home.Time);

    [TestMethod]
    public async Task A_document_comes_back_with_version_and_times()
    {
        var first = await Store.SaveAsync(Document("Д-1", "Приёмка"), default);
        Home.Time.Advance(TimeSpan.FromMinutes(1));
        var finishedAt = Home.Time.GetUtcNow();
        var second = await Store.SaveAsync(Document("Д-1", "Приёмка") with { Finished = true }, default);
        Home.Time.Advance(TimeSpan.FromMinutes(1));
        var third = await Store.SaveAsync(Document("Д-1", "Приёмка") with { Finished = true }, default);
        var found = await Store.FindAsync("Д-1", default);

        (first.Version, first.Finished, first.FinishedAt).Should().Be((1L, false, null));
        (second.Version, second.FinishedAt, second.ChangedAt).Should().Be((2L, finishedAt, finishedAt));
        (third.Version, third.FinishedAt, third.ChangedAt).Should().Be((3L, finishedAt, Home.Time.GetUtcNow()));
        found.Should().BeEquivalentTo(third);
    }

    [TestMethod]
    public async Task Values_are_copied_on_the_way_in_and_out()
    {
        var document = Document("1", "t");
        var kept = await Store.SaveAsync(document, default);
        document.Content["количество"] = 99m;
        kept.Content["количество"] = 98m;

        (await Store.FindAsync("1", default))!.Content["количество"].Should().Be(1.50m);
    }

    [TestMethod]
    public async Task Documents_are_listed_last_changed_first_and_filtered()
    {
        foreach (var (id, finished) in new[] { ("a", false), ("b", true), ("c", false) })
        {
            await Store.SaveAsync(Document(id, "t") with { Finished = finished }, default);
            Home.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await Store.ListAsync(null, 2, default)).Select(document => document.Id).Should().Equal("c", "b");
        (await Store.ListAsync(true, 10, default)).Select(document => document.Id).Should().Equal("b");
        (await Store.ListAsync(false, 10, default)).Select(document => document.Id).Should().Equal("c", "a");
    }

    [TestMethod]
    public async Task A_removed_document_is_gone()
    {
        await Store.SaveAsync(Document("1", "t"), default);

        (await Store.RemoveAsync("1", default), await Store.RemoveAsync("1", default), await Store.FindAsync("1", default)).Should().Be((true, false, null));
    }

    [TestMethod]
    public async Task Products_are_kept_replaced_and_removed()
    {
        var products = new SqlProductStore(Home.Database, Home.Time);
        await products.SaveAsync("4601", new ConnectorRecord { ["name"] = "Молоко" }, default);
        await products.SaveAsync("4601", new ConnectorRecord { ["name"] = "Молоко 3,2%", ["price"] = 89.90m }, default);

        var found = await products.FindAsync("4601", default);

        found!.Should().Equal(new ConnectorRecord { ["name"] = "Молоко 3,2%", ["price"] = 89.90m });
        (await products.RemoveAsync("4601", default), await products.FindAsync("4601", default)).Should().Be((true, null));
    }

    [TestMethod]
    public async Task Finished_documents_that_are_over_their_time_go_a_portion_at_a_time_and_the_others_stay()
    {
        await Store.SaveAsync(Document("open", "t"), default);
        await Store.SaveAsync(Document("old1", "t") with { Finished = true }, default);
        Home.Time.Advance(TimeSpan.FromSeconds(1));
        await Store.SaveAsync(Document("old2", "t") with { Finished = true }, default);
        await Store.SaveAsync(Document("reopened", "t") with { Finished = true }, default);
        await Store.SaveAsync(Document("reopened", "t"), default);
        Home.Time.Advance(TimeSpan.FromDays(1));
        await Store.SaveAsync(Document("fresh", "t") with { Finished = true }, default);
        var before = Home.Time.GetUtcNow();

        var first = await Store.RemoveFinishedAsync(before, 1, default);
        var left = await Store.FindAsync("old1", default);
        var second = await Store.RemoveFinishedAsync(before, 10, default);

        (first, second).Should().Be((1, 1));
        left.Should().BeNull("the longest finished goes first");
        (await Store.ListAsync(null, 10, default)).Select(document => document.Id).Should().BeEquivalentTo("open", "reopened", "fresh");
    }

    [TestMethod]
    public async Task Documents_that_nobody_changes_go_finished_or_not()
    {
        await Store.SaveAsync(Document("open", "t"), default);
        await Store.SaveAsync(Document("finished", "t") with { Finished = true }, default);
        Home.Time.Advance(TimeSpan.FromDays(1));
        await Store.SaveAsync(Document("fresh", "t"), default);

        (await Store.RemoveUnchangedAsync(Home.Time.GetUtcNow(), 10, default)).Should().Be(2);

        (await Store.ListAsync(null, 10, default)).Select(document => document.Id).Should().Equal("fresh");
    }

    [TestMethod]
    public async Task A_document_that_an_event_or_an_open_message_speaks_of_stays()
    {
        await new SqlDocumentEvents(Home.Database, Home.Time).SaveAsync(Document("event", "t") with { Finished = true }, [new DocumentEvent("1", "event", "documentCompleted", "A:B", [])], default);
        await Store.SaveAsync(Document("sent", "t") with { Finished = true }, default);
        await Store.SaveAsync(Document("done", "t") with { Finished = true }, default);
        var exchange = new SqlExchangeStore(Home.Database, Home.Options, Home.Time);
        await exchange.CommitAsync(new ExchangeCommit("Znak") { Added = [Message("m1", "sent", ExchangeStage.Parked), Message("m2", "done", ExchangeStage.Done), Message("m3", null, ExchangeStage.Enqueued)] }, default);
        Home.Time.Advance(TimeSpan.FromDays(1));

        (await Store.RemoveFinishedAsync(Home.Time.GetUtcNow(), 10, default)).Should().Be(1);
        (await Store.RemoveUnchangedAsync(Home.Time.GetUtcNow(), 10, default)).Should().Be(0);

        (await Store.ListAsync(null, 10, default)).Select(document => document.Id).Should().BeEquivalentTo("event", "sent");
    }

    private static ExchangeMessage Message(string id, string? document, ExchangeStage stage) => new(id, new OutgoingMessage("7701234567", "Send", [1]) { Document = document }) { Stage = stage };

    private static StoredDocument Document(string id, string type) => new(id, type, new ConnectorRecord { ["id"] = id, ["количество"] = 1.50m });
}
