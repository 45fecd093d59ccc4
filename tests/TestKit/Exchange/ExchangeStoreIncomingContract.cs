using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Exchange;

/// <summary>The inbox: items one by one and many at once, with their bytes and without.</summary>
public abstract class ExchangeStoreIncomingContract : ExchangeStoreLeaseContract
{
    private const string Organisation = "7700000001";
    private static readonly IncomingStage[] Stages = Enum.GetValues<IncomingStage>();

    [TestMethod]
    public async Task An_incoming_item_comes_back_as_it_was_written_and_is_guarded_by_its_version()
    {
        var item = new StoredIncoming("i-1", new IncomingItem("1", "guid", "http://localhost:8080/opt/out/WayBill_v4/1") { ReplyTo = "r", Kind = "WayBill_v4" }, [0, 1, 255])
        {
            Stage = IncomingStage.Stored,
            Hash = "h",
            Attempt = 2,
            LastError = new ConnectorError(ConnectorErrorCode.Failed, "Half."),
            CreatedAt = Noon,
        };
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [item] });

        (await Store.FindIncomingAsync(Id, "1", "guid", default)).Should().BeEquivalentTo(item with { Version = 1 });
        (await Store.CommitAsync(new ExchangeCommit(Id) { Incoming = [item with { Attempt = 9 }] }, default)).Should().Be(new CommitConflict("incoming", "guid"));
        (await Store.CommitAsync(new ExchangeCommit(Id) { Incoming = [item with { Stage = IncomingStage.Handled, Version = 1 }] }, default)).Should().BeNull();
        (await Store.FindIncomingAsync(Id, "1", "guid", default)).Should().Match<StoredIncoming>(kept => kept.Stage == IncomingStage.Handled && kept.Version == 2);
    }

    [TestMethod]
    public async Task Incoming_items_are_listed_by_stage_oldest_first_page_by_page()
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("b", IncomingStage.Stored, seconds: 2), Item("a", IncomingStage.Stored, seconds: 1), Item("c", IncomingStage.Seen, seconds: 3), Item("d", IncomingStage.Handled), Item("e", IncomingStage.Stored, "2")] });
        IncomingStage[] stages = [IncomingStage.Seen, IncomingStage.Stored];

        var first = await Store.ListIncomingAsync(Id, "7700000001", stages, null, 2, true, default);
        var second = await Store.ListIncomingAsync(Id, "7700000001", stages, first[1].Id, 2, true, default);

        first.Concat(second).Select(item => item.Item.RemoteId).Should().Equal("a", "b", "c");
    }

    [TestMethod]
    [DataRow(IncomingStage.Handled, true)]
    [DataRow(IncomingStage.Acknowledged, true)]
    [DataRow(IncomingStage.Stored, false)]
    [DataRow(IncomingStage.Parked, false)]
    public async Task Only_a_handled_item_is_found_by_its_hash(IncomingStage stage, bool found)
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", stage) with { Hash = "h" }] });

        (await Store.FindIncomingAsync(Id, "7700000001", IncomingKey.HandledHash, ["h"], default)).Should().HaveCount(found ? 1 : 0);
        (await Store.FindIncomingAsync(Id, "7700000001", IncomingKey.HandledHash, ["H"], default)).Should().BeEmpty();
        (await Store.FindIncomingAsync(Id, "2", IncomingKey.HandledHash, ["h"], default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Change_without_bytes_keeps_those_that_are_there_and_one_with_bytes_replaces_them()
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Seen), Item("b", IncomingStage.Stored) with { Payload = [1, 2], Hash = "h" }] });

        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Stored) with { Version = 1, Payload = [3], Hash = "i" }, Item("b", IncomingStage.Handled) with { Version = 1, Hash = "h", Attempt = 4 }] });

        (await Store.FindIncomingAsync(Id, Organisation, "a", default))!.Payload.Should().Equal(3);
        (await Store.FindIncomingAsync(Id, Organisation, "b", default)).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Handled && item.Attempt == 4 && item.Payload.Length == 2 && item.Version == 2);
    }

    [TestMethod]
    public async Task Change_without_bytes_is_guarded_by_the_version_too()
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Stored) with { Payload = [1] }] });

        (await Store.CommitAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Handled) with { Version = 2 }] }, default)).Should().Be(new CommitConflict("incoming", "a"));
    }

    [TestMethod]
    public async Task Only_what_is_handled_is_acknowledged_and_only_of_the_connector()
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [.. Stages.Select(stage => Item($"{stage}", stage) with { Payload = [1], LastError = new ConnectorError(ConnectorErrorCode.Failed, "Half.") })] });
        var ids = Stages.Select(stage => $"in-{Organisation}-{stage}").Append("none").ToList();

        await WriteAsync(new ExchangeCommit("other") { Acknowledged = ids });
        (await Store.ListIncomingAsync(Id, Organisation, [IncomingStage.Handled], null, 10, false, default)).Should().ContainSingle();
        await WriteAsync(new ExchangeCommit(Id) { Acknowledged = ids });

        (await Store.FindIncomingAsync(Id, Organisation, "Handled", default)).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Acknowledged && item.Version == 2 && item.LastError == null && item.Payload.Length == 1);
        (await Store.ListIncomingAsync(Id, Organisation, Stages, null, 10, false, default)).Where(item => item.Version == 1).Select(item => item.Item.RemoteId).Should().BeEquivalentTo("Seen", "Stored", "Acknowledged", "Parked");
    }

    [TestMethod]
    [DataRow(IncomingKey.RemoteId, "a", "c")]
    [DataRow(IncomingKey.Id, "in-7700000001-a", "in-7700000001-c")]
    [DataRow(IncomingKey.HandledHash, "hash a", "hash c")]
    public async Task Many_items_are_found_at_once_without_their_bytes_oldest_first(IncomingKey by, string first, string second)
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [.. new[] { ("c", 1, Organisation), ("a", 2, Organisation), ("b", 3, Organisation), ("a", 0, "7700000002") }
            .Select(made => Item(made.Item1, IncomingStage.Handled, made.Item3, made.Item2) with { Payload = [1], Hash = $"hash {made.Item1}" })] });

        var found = await Store.FindIncomingAsync(Id, Organisation, by, [first, "none", second, second], default);

        found.Select(item => (item.Item.Organisation, item.Item.RemoteId, item.Payload.Length, item.Version)).Should().Equal(new[] { (Organisation, "c", 0, 1L), (Organisation, "a", 0, 1L) });
        (await Store.FindIncomingAsync("other", Organisation, by, [first], default)).Should().BeEmpty();
        (await Store.FindIncomingAsync(Id, Organisation, by, [], default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task As_many_items_as_a_search_takes_are_found()
    {
        var items = Enumerable.Range(0, IExchangeStore.MostKeys).Select(number => Item($"r-{number}", IncomingStage.Stored)).ToList();
        await WriteAsync(new ExchangeCommit(Id) { Incoming = items });

        (await Store.FindIncomingAsync(Id, Organisation, IncomingKey.RemoteId, [.. items.Select(item => item.Item.RemoteId)], default)).Should().HaveCount(IExchangeStore.MostKeys);
    }

    [TestMethod]
    public async Task Items_are_listed_with_their_bytes_or_without_and_of_one_organisation_or_all()
    {
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Parked) with { Payload = [1] }, Item("b", IncomingStage.Parked, "7700000002", 1) with { Payload = [2] }] });

        (await Store.ListIncomingAsync(Id, Organisation, [IncomingStage.Parked], null, 10, true, default)).Select(item => item.Payload.Length).Should().Equal(1);
        (await Store.ListIncomingAsync(Id, null, [IncomingStage.Parked], null, 10, false, default)).Select(item => (item.Item.RemoteId, item.Payload.Length)).Should().Equal(new[] { ("a", 0), ("b", 0) });
        (await Store.ListIncomingAsync("other", null, [IncomingStage.Parked], null, 10, false, default)).Should().BeEmpty();
    }
}
