using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Dapper;
using Server.Storage;

namespace Unit.Tests.Storage.Exchange;

/// <summary>What the contract does not ask of every store, but these tables must bear.</summary>
[TestClass]
public class SqlExchangeRowsTests : StoreTest
{
    private const string Id = "znak";
    private static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private SqlExchangeStore? store;
    private int made;

    private SqlExchangeStore Store => store ??= new SqlExchangeStore(Home.Database, Home.Options, Home.Time);

    [TestMethod]
    public async Task A_conflict_does_not_touch_what_others_write_in_the_same_group()
    {
        await Store.CommitAsync(new ExchangeCommit(Id) { Documents = [new DocumentState("taken", "k", "a")] }, default);
        var gate = new ManualResetEventSlim();
        var blocked = Home.Database.Exchange.Writer.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30)), default);

        // They wait in the queue together and so come into one group; each has written something before its guard is asked.
        var commits = Enumerable.Range(0, 40).Select(number => Store.CommitAsync(
            new ExchangeCommit(Id) { Documents = [new DocumentState($"d{number}", "k", "a"), new DocumentState(number % 4 == 0 ? "taken" : $"e{number}", "k", "a")], Added = [Message()] }, default)).ToList();
        gate.Set();
        await blocked;
        var conflicts = await Task.WhenAll(commits);

        conflicts.Where(conflict => conflict is not null).Should().HaveCount(10).And.OnlyContain(conflict => conflict == new CommitConflict("document", "taken"));
        (await Store.ListMessagesAsync(Id, new ExchangeQuery(), default)).Should().HaveCount(30);
        (await Store.FindDocumentAsync(Id, "d4", default)).Should().BeNull("its commit was refused whole");
        Home.Log.Of(5001).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_second_message_of_an_organisation_cannot_be_written_as_being_sent()
    {
        var (first, second) = (Message(), Message());
        await Store.CommitAsync(new ExchangeCommit(Id) { Added = [first with { Stage = ExchangeStage.Sending }] }, default);

        (await Store.CommitAsync(new ExchangeCommit(Id) { Added = [second with { Stage = ExchangeStage.Sending }] }, default)).Should().Be(new CommitConflict("message", second.Id));
    }

    [TestMethod]
    public async Task A_row_that_cannot_be_read_is_parked_and_bars_nobody()
    {
        var (damaged, sound) = (Message(), Message());
        await Store.CommitAsync(new ExchangeCommit(Id) { Added = [damaged, sound] }, default);
        await ExecuteAsync("UPDATE exchange_message SET extra = @bytes WHERE message_id = @id", new { bytes = "{nonsense"u8.ToArray(), id = damaged.Id });

        var taken = await Store.ClaimToSendAsync(new ClaimRequest(Id, "a", Noon.AddHours(1), Noon.AddHours(2)), default);

        taken!.Id.Should().Be(sound.Id);
        (await ScalarAsync("SELECT stage FROM exchange_message WHERE message_id = @id", new { id = damaged.Id })).Should().Be("Parked");
        Home.Log.Of(5000).Should().ContainSingle().Which.Should().Contain(damaged.Id);
    }

    [TestMethod]
    public async Task Long_payloads_of_the_protocol_are_kept_compressed_and_come_back_whole()
    {
        byte[][] payloads = [[], [1], new byte[255], new byte[100_000], [.. Enumerable.Range(0, 5000).Select(number => (byte)(number * 7919 % 251))]];
        await Store.CommitAsync(new ExchangeCommit(Id) { Protocol = [.. payloads.Select((payload, at) => new ProtocolRecord($"p{at}", "o", Noon) { Document = "d", Payload = payload })] }, default);

        var kept = await Store.ListProtocolAsync(Id, "d", true, default);

        kept.Select(record => record.Payload).Should().BeEquivalentTo(payloads, options => options.WithStrictOrdering());
        (await ScalarAsync("SELECT LENGTH(payload) FROM exchange_protocol WHERE record_id = 'p3'", new { })).Should().Match(length => Convert.ToInt64(length, System.Globalization.CultureInfo.InvariantCulture) < 1000);
        (await Store.ListProtocolAsync(Id, "d", false, default)).Should().OnlyContain(record => record.Payload == null);
    }

    [TestMethod]
    public async Task A_final_message_stays_while_an_open_one_waits_for_it()
    {
        var first = Message();
        var second = Message(content => content with { SendAfter = first.Id });
        await Store.CommitAsync(new ExchangeCommit(Id) { Added = [first with { Stage = ExchangeStage.Done }, second] }, default);

        var removed = await Store.RemoveOldAsync(Noon.AddDays(1), 100, default);

        removed.Should().Be(0);
        (await Store.ClaimToSendAsync(new ClaimRequest(Id, "a", Noon.AddHours(1), Noon.AddHours(2)), default))!.Id.Should().Be(second.Id);
    }

    [TestMethod]
    public async Task Records_of_a_commit_are_those_the_connector_reads_and_secrets_are_sealed_there_too()
    {
        var records = new SqlConnectorRecords(Home.Database, Home.Options, Home.Time).Of(Id);
        await Store.CommitAsync(new ExchangeCommit(Id) { Records = [new RecordChange("token", "1", [1, 2, 3]) { Secret = true, Index1 = "i" }, new RecordChange("order", "2", [4])] }, default);

        (await records.GetAsync("token", "1", default))!.Content.Should().Equal(1, 2, 3);
        (await records.GetAsync("order", "2", default))!.Version.Should().Be(1);
        await records.WriteAsync([new RecordChange("order", "2", [5]) { ExpectedVersion = 1 }], default);
        (await Store.CommitAsync(new ExchangeCommit(Id) { Added = [Message()], Records = [new RecordChange("order", "2", [6]) { ExpectedVersion = 1 }] }, default)).Should().Be(new CommitConflict("record", "2"));
    }

    [TestMethod]
    public async Task Retention_takes_outdated_suspensions_and_records_along()
    {
        await Store.CommitAsync(new ExchangeCommit(Id) { Suspension = new Suspension("s", [1], Noon), Records = [new RecordChange("token", "1", [1]) { ExpiresAt = Noon }, new RecordChange("token", "2", [1])] }, default);

        (await Store.RemoveOldAsync(Noon.AddDays(1), 10, default)).Should().Be(2);
        (await Store.RemoveOldAsync(Noon.AddDays(1), 10, default)).Should().Be(0);
        (await ScalarAsync("SELECT COUNT(*) FROM connector_record", new { })).Should().Be(1L);
    }

    private ExchangeMessage Message(Func<OutgoingMessage, OutgoingMessage>? content = null)
    {
        var outgoing = new OutgoingMessage("7700000001", "LK_RECEIPT", [1]) { Id = $"m{++made:D4}", Purpose = "TrueApi" };
        return new ExchangeMessage(outgoing.Id!, content?.Invoke(outgoing) ?? outgoing) { CreatedAt = Noon.AddMilliseconds(made), ChangedAt = Noon, StageSince = Noon };
    }

    private Task<int> ExecuteAsync(string text, object values) => Home.Database.Exchange.Writer.WriteAsync(connection => connection.Execute(text, values), default);

    private Task<object?> ScalarAsync(string text, object values) => Home.Database.Exchange.ReadAsync((connection, stop) => connection.ExecuteScalarAsync<object?>(new CommandDefinition(text, values, cancellationToken: stop)), default);
}
