using Cleverence.Connectivity;
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

    private static StoredDocument Document(string id, string type) => new(id, type, new ConnectorRecord { ["id"] = id, ["количество"] = 1.50m });
}
