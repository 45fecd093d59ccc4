using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage.Records;

[TestClass]
public class SqlConnectorRecordsTests : StoreTest
{
    private SqlConnectorRecords? records;

    private protected IConnectorRecords Store => Of("znak");

    [TestMethod]
    public async Task A_record_comes_back_as_it_was_written()
    {
        var until = Home.Time.GetUtcNow().AddHours(1);

        await WriteAsync(new RecordChange("order", "Заказ/1", [0, 1, 255]) { Index1 = "7700000001", Index2 = "milk", ExpiresAt = until });

        (await Store.GetAsync("order", "Заказ/1", default)).Should().BeEquivalentTo(
            new StoredRecord("order", "Заказ/1", [0, 1, 255], 1) { Index1 = "7700000001", Index2 = "milk", ExpiresAt = until, ChangedAt = Home.Time.GetUtcNow() });
    }

    [TestMethod]
    public async Task Each_write_raises_the_version_by_one()
    {
        await WriteAsync(new RecordChange("order", "1", [1]));
        await WriteAsync(new RecordChange("order", "1", [2]) { ExpectedVersion = 1 });
        await WriteAsync(new RecordChange("order", "1", [3]));

        (await Store.GetAsync("order", "1", default)).Should().Match<StoredRecord>(record => record.Version == 3 && record.Content[0] == 3);
    }

    [TestMethod]
    [DataRow(0L)]
    [DataRow(1L)]
    [DataRow(3L)]
    public async Task Another_version_than_expected_is_a_conflict_and_changes_nothing(long expected)
    {
        await WriteAsync(new RecordChange("order", "1", [1]));
        await WriteAsync(new RecordChange("order", "1", [2]));

        await RefusedAsync(new RecordChange("order", "1", [9]) { ExpectedVersion = expected });
        await RefusedAsync(new RecordChange("order", "1", null) { ExpectedVersion = expected });

        (await Store.GetAsync("order", "1", default))!.Content.Should().Equal(2);
    }

    [TestMethod]
    public async Task A_record_that_is_not_there_has_no_version_but_zero()
    {
        await RefusedAsync(new RecordChange("order", "1", [1]) { ExpectedVersion = 1 });
        await RefusedAsync(new RecordChange("order", "1", null) { ExpectedVersion = 1 });
        await WriteAsync(new RecordChange("order", "1", null) { ExpectedVersion = 0 });
        await WriteAsync(new RecordChange("order", "1", [1]) { ExpectedVersion = 0 });

        (await Store.GetAsync("order", "1", default))!.Version.Should().Be(1);
    }

    [TestMethod]
    public async Task Changes_are_written_together_or_not_at_all()
    {
        await WriteAsync(new RecordChange("order", "1", [1]));

        await RefusedAsync(new RecordChange("order", "2", [2]), new RecordChange("order", "1", [2]) { ExpectedVersion = 5 }, new RecordChange("order", "3", [3]));

        (await Store.GetAsync("order", "2", default)).Should().BeNull();
        (await Store.GetAsync("order", "1", default))!.Content.Should().Equal(1);
    }

    [TestMethod]
    public async Task A_conflict_names_the_kind_and_keeps_the_key_for_the_administrator()
    {
        var refusal = await RefusedAsync(new RecordChange("order", "secret-key", [1]) { ExpectedVersion = 7 });

        refusal.Error.Should().Match<ConnectorError>(error => error.Retryable && error.Message.Contains("order") && !error.Message.Contains("secret-key") && error.Detail!.Contains("secret-key") && error.MessageRu != null);
    }

    [TestMethod]
    public async Task A_removed_record_is_gone()
    {
        await WriteAsync(new RecordChange("order", "1", [1]));
        await WriteAsync(new RecordChange("order", "1", null) { ExpectedVersion = 1 });

        (await Store.GetAsync("order", "1", default)).Should().BeNull();
        (await Store.ListAsync(new RecordQuery("order"), default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_record_whose_time_is_over_is_as_good_as_gone()
    {
        await WriteAsync(new RecordChange("token", "1", [1]) { ExpiresAt = Home.Time.GetUtcNow().AddSeconds(10) });
        Home.Time.Advance(TimeSpan.FromSeconds(9));
        var before = await Store.GetAsync("token", "1", default);
        Home.Time.Advance(TimeSpan.FromSeconds(1));

        before.Should().NotBeNull();
        (await Store.GetAsync("token", "1", default)).Should().BeNull();
        (await Store.ListAsync(new RecordQuery("token"), default)).Should().BeEmpty();
        await RefusedAsync(new RecordChange("token", "1", [2]) { ExpectedVersion = 1 });
        await WriteAsync(new RecordChange("token", "1", [3]) { ExpectedVersion = 0 });
        (await Store.GetAsync("token", "1", default)).Should().Match<StoredRecord>(record => record.Content[0] == 3 && record.Version == 2 && record.ExpiresAt == null);
    }

    [TestMethod]
    public async Task Records_are_listed_by_index_in_the_order_of_their_keys_page_by_page()
    {
        await WriteAsync(
            new RecordChange("order", "b", [2]) { Index1 = "x", Index2 = "1" },
            new RecordChange("order", "a", [1]) { Index1 = "x", Index2 = "2" },
            new RecordChange("order", "B", [3]) { Index1 = "x", Index2 = "1" },
            new RecordChange("order", "я", [4]) { Index1 = "X" },
            new RecordChange("other", "c", [5]) { Index1 = "x" });

        (await KeysAsync(new RecordQuery("order"))).Should().Equal("B", "a", "b", "я");
        (await KeysAsync(new RecordQuery("order") { Index1 = "x" })).Should().Equal("B", "a", "b");
        (await KeysAsync(new RecordQuery("order") { Index2 = "1" })).Should().Equal("B", "b");
        (await KeysAsync(new RecordQuery("order") { Index1 = "x", Index2 = "2" })).Should().Equal("a");
        (await KeysAsync(new RecordQuery("order") { Limit = 2 })).Should().Equal("B", "a");
        (await KeysAsync(new RecordQuery("order") { After = "a", Limit = 1 })).Should().Equal("b");
    }

    [TestMethod]
    public async Task Connectors_do_not_see_each_others_records()
    {
        await WriteAsync(new RecordChange("order", "1", [1]));

        (await Of("egais").GetAsync("order", "1", default)).Should().BeNull();
        (await Of("egais").TryLeaseAsync("l", TimeSpan.FromMinutes(1), default)).Should().NotBeNull();
        (await Store.TryLeaseAsync("l", TimeSpan.FromMinutes(1), default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task Bytes_are_copied_on_the_way_in()
    {
        byte[] bytes = [1, 2];
        var writing = Store.WriteAsync([new RecordChange("order", "1", bytes)], default);
        bytes[0] = 9;
        await writing;

        (await Store.GetAsync("order", "1", default))!.Content.Should().Equal(1, 2);
    }

    [TestMethod]
    public async Task Of_many_that_expect_one_version_at_once_one_writes()
    {
        await WriteAsync(new RecordChange("order", "1", [0]));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => TryWriteAsync(new RecordChange("order", "1", [(byte)number]) { ExpectedVersion = 1 }))));

        outcomes.Count(written => written).Should().Be(1);
    }

    [TestMethod]
    public async Task Records_outlive_a_restart()
    {
        await WriteAsync(new RecordChange("order", "1", [1]) { Secret = true });
        records = new SqlConnectorRecords(Home.Reopen(), Home.Options, Home.Time);

        (await Store.GetAsync("order", "1", default))!.Content.Should().Equal(1);
    }

    private protected SqlConnectorRecords Records => records ??= new SqlConnectorRecords(Home.Database, Home.Options, Home.Time);

    private protected IConnectorRecords Of(string connectorId) => Records.Of(connectorId);

    private protected ValueTask WriteAsync(params RecordChange[] changes) => Store.WriteAsync(changes, default);

    private async Task<ConnectorException> RefusedAsync(params RecordChange[] changes)
    {
        var writing = () => Store.WriteAsync(changes, default).AsTask();
        var refusal = (await writing.Should().ThrowAsync<ConnectorException>()).Which;
        refusal.Error.Code.Should().Be(ConnectorErrorCode.Conflict);
        return refusal;
    }

    private async Task<bool> TryWriteAsync(RecordChange change)
    {
        try
        {
            await Store.WriteAsync([change], default);
            return true;
        }
        catch (ConnectorException refused) when (refused.Error.Code == ConnectorErrorCode.Conflict)
        {
            return false;
        }
    }

    private async Task<IEnumerable<string>> KeysAsync(RecordQuery query) => (await Store.ListAsync(query, default)).Select(record => record.Key);
}
