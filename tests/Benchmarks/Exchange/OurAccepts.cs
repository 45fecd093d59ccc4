using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Data.Sqlite;
using Server.Storage;

namespace Benchmarks.Exchange;

/// <summary>The server's store: message, protocol and state of the document in one commit, in groups of those who wait at the same time.</summary>
internal sealed class OurAccepts : IAcceptSide
{
    private const string Connector = "znak";
    private readonly string home = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly SqlDatabase database;
    private readonly SqlExchangeStore store;
    private long taken;

    public OurAccepts()
    {
        var options = new StorageOptions { HomeFolder = home };
        database = SqlDatabase.Open(options, TimeProvider.System);
        store = new SqlExchangeStore(database, options, TimeProvider.System);
    }

    public async Task AcceptAsync(AcceptedMessage message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var content = new OutgoingMessage(message.Organisation, "UTILISATION", message.Payload) { Id = message.Id, Purpose = "Suz", Document = message.Document, DocumentKind = "Report", ProductGroup = "milk", Format = "3.0", User = "bench" };
        var fact = new DocumentFact(message.Document, "Report", "UTILISATION", FactKind.Prepared) { Organisation = message.Organisation, MessageId = message.Id, At = now };
        var conflict = await store.CommitAsync(
            new ExchangeCommit(Connector)
            {
                Added = [new ExchangeMessage(message.Id, content) { CreatedAt = now, ChangedAt = now, StageSince = now }],
                Documents = [new DocumentState(message.Document, "Report", "ToBeSent") { Actions = ["RunExchange", "CancelTransfer"], Organisation = message.Organisation, Operation = "UTILISATION", ChangedAt = now }],
                Protocol = [new ProtocolRecord(Guid.CreateVersion7().ToString(), "UTILISATION", now) { MessageId = message.Id, Document = message.Document, Stage = ExchangeStage.Enqueued, Fact = fact, Payload = message.Payload, PayloadHash = message.Hash, Format = "3.0", Node = "bench", User = "bench" }],
            },
            CancellationToken.None);
        if (conflict is not null) throw new InvalidOperationException($"{conflict.What} {conflict.Key} was there already.");
        Interlocked.Increment(ref taken);
    }

    /// <summary>Counts what is on the disk.</summary>
    /// <exception cref="InvalidOperationException">Something that was taken is not there.</exception>
    public async Task<long> CountAsync()
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(home, "exchange.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM exchange_message";
        var rows = (long)(await count.ExecuteScalarAsync())!;
        return rows == Interlocked.Read(ref taken) ? rows : throw new InvalidOperationException($"{taken} messages were taken, {rows} are there.");
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(home, recursive: true);
    }
}
