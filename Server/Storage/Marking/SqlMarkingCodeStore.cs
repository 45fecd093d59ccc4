using System.Data.Common;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Dapper;

namespace Server.Storage;

/// <summary>The table of marking codes with its intents and blocks, in the room <c>exchange</c>.</summary>
public sealed class SqlMarkingCodeStore : IMarkingCodeStore
{
    private const int LongestCode = 500;
    private readonly SqlRoom room;
    private readonly TimeProvider time;
    private readonly ICodeRows rows;

    /// <summary>Makes it.</summary>
    /// <param name="database">The databases.</param>
    /// <param name="time">The clock.</param>
    public SqlMarkingCodeStore(SqlDatabase database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        room = database.Exchange;
        rows = room.Dialect.IsShared ? new CodesInArrays() : new CodesOneByOne();
        this.time = time;
    }

    /// <inheritdoc/>
    public async ValueTask<FetchIntent> BeginIntentAsync(string orderId, string gtin, int quantity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(orderId);
        ArgumentNullException.ThrowIfNull(gtin);
        var now = UnixTime.From(Now());
        var intent = new FetchIntent(Guid.CreateVersion7(now).ToString(), orderId, gtin, quantity, now);
        var values = new { id = intent.Id, order = orderId, gtin, quantity = (long)quantity, now = UnixTime.Of(now) };
        return await WriteAsync(connection => connection.Execute(MarkingSql.Begin, values), cancellationToken).ConfigureAwait(false) > 0 ? intent : throw Conflict(orderId, gtin);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FetchIntent>> OpenIntentsAsync(string? orderId, CancellationToken cancellationToken) =>
        await room.ListAsync<FetchIntentRow, FetchIntent>(MarkingSql.OpenIntents, new { order = orderId }, row => row.ToIntent(), cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the intents that wait for a person, with their proof, oldest first.</summary>
    /// <param name="orderId">Of this order; null for all.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The intents.</returns>
    public async ValueTask<IReadOnlyList<ParkedIntent>> ParkedIntentsAsync(string? orderId, CancellationToken cancellationToken) =>
        await room.ListAsync<FetchIntentRow, ParkedIntent>(MarkingSql.ParkedIntents, new { order = orderId }, row => row.ToParked(), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<BlockOutcome> StoreBlockAsync(CodeBlock block, string? intentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);

        // In the order of the indexes, so that their pages are gone through once; of two with one identification code the first of the block stays first.
        var codes = block.Codes.Select(text => new BlockCode(Checked(text), CodeCut.Of(text, block.Gtin))).OrderBy(code => code.Cut.Cis, StringComparer.Ordinal).ToList();
        var values = new { block = block.BlockId, order = block.OrderId, gtin = block.Gtin, quantity = (long)codes.Count, intent = intentId, now = Now() };
        return await WriteAsync(
            connection =>
            {
                connection.Execute(MarkingSql.AddBlock, values);
                if (intentId is not null) connection.Execute(MarkingSql.Answer, values);
                var (added, conflicts) = rows.Add(connection, (block.BlockId, block.OrderId), codes, values.now);
                return new BlockOutcome(added, codes.Count - added - conflicts, conflicts);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CloseIntentAsync(string intentId, IntentEnd end, string? reason, CancellationToken cancellationToken)
    {
        var values = new { intent = intentId, ending = end.ToString(), reason = StorableText.Of(reason), now = Now() };
        await WriteAsync(connection => connection.Execute(MarkingSql.Close, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredBlock>> BlocksAsync(string orderId, string gtin, CancellationToken cancellationToken) =>
        await room.ListAsync<StoredBlockRow, StoredBlock>(MarkingSql.Blocks, new { order = orderId, gtin }, row => row.ToBlock(), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<StoredMarkingCode?> FindAsync(string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (StorableText.Of(code) != code) return null;
        return (await room.ReadAsync((connection, stop) => connection.QueryFirstOrDefaultAsync<MarkingCodeRow>(new CommandDefinition(MarkingSql.Find, new { code }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false))?.ToCode();
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredMarkingCode>> ListAsync(MarkingCodeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = MarkingList.Of(query);
        values.Add("limit", query.Limit);
        if (query.After is not null) values.Add("after", query.After);
        var page = await PageAsync(query.After is null ? condition : $"{condition} AND cis > @after", values, cancellationToken).ConfigureAwait(false);
        if (page.Count < query.Limit || page.Count == 0) return page;

        // Rows of one identification code are not divided: the next page begins after it.
        values.Add("last", page[^1].Cis);
        values.Add("text", page[^1].Text);
        return [.. page, .. await PageAsync($"{condition} AND cis = @last AND text > @text", values, cancellationToken).ConfigureAwait(false)];
    }

    /// <inheritdoc/>
    public async ValueTask<long> CountAsync(MarkingCodeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = MarkingList.Of(query);
        return await room.ReadAsync((connection, stop) => connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COUNT(*) FROM marking_code WHERE {condition}", values, cancellationToken: stop)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> SetStateAsync(IReadOnlyList<string> cises, MarkingCodeState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cises);
        string[] wanted = [.. cises.Where(cis => StorableText.Of(cis) == cis).Distinct(StringComparer.Ordinal)];
        var now = Now();
        return await WriteAsync(connection => rows.SetState(connection, wanted, state.ToString(), now), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(IReadOnlyList<StoredMarkingCode> codes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var now = Now();
        var given = codes.Select(code => new object?[]
        {
            Checked(code.Text), Checked(code.Cis), code.Gtin, code.Serial, code.OrderId, code.BlockId, code.State.ToString(), code.UsedAtSale ? 1L : 0L,
            code.StoredAt == default ? now : UnixTime.Of(code.StoredAt), code.ChangedAt == default ? now : UnixTime.Of(code.ChangedAt),
        }).ToList();
        return await WriteAsync(connection => given.Sum(values => MarkingSql.AddGiven.Execute(connection, values)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> CleanTailsAsync(IReadOnlyList<TailChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var now = Now();
        var single = changes.GroupBy(change => change.Cis, StringComparer.Ordinal).Where(same => same.Count() == 1).Select(same => same.Single()).ToList();
        return await WriteAsync(connection => single.Sum(change => MarkingSql.Clean.Execute(connection, change.Cis, now, change.Text)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the codes that a second block brought, for a person.</summary>
    /// <param name="after">Only after this text, for paging; null from the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The codes, by their text.</returns>
    public async ValueTask<IReadOnlyList<CodeConflict>> ConflictsAsync(string? after, int limit, CancellationToken cancellationToken) =>
        await room.ListAsync<CodeConflictRow, CodeConflict>(MarkingSql.Conflicts, new { after, limit }, row => row.ToConflict(), cancellationToken).ConfigureAwait(false);

    private static ConnectorException Conflict(string orderId, string gtin) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"Codes of the order {orderId}, product {gtin}, are being fetched already, or an earlier request is not cleared up yet. Wait for it, or clear it up first.")
        {
            MessageRu = $"Коды заказа {orderId}, товар {gtin}, уже получаются, или прежний запрос ещё не выяснен. Дождитесь его или сначала выясните.",
            Reason = "INTENT_OPEN",
            Retryable = true,
        });

    // What a database would alter would be another code. The message does not hold it: nobody may print it from a log.
    private static string Checked(string code) => code is { Length: > 0 and <= LongestCode } && StorableText.Of(code) == code
        ? code
        : throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"A marking code of {code?.Length ?? 0} characters cannot be kept: it is empty, longer than {LongestCode}, or holds a zero character.")
        {
            MessageRu = $"Код маркировки из {code?.Length ?? 0} знаков нельзя сохранить: он пуст, длиннее {LongestCode} или содержит нулевой знак.",
            Reason = "CODE_NOT_STORABLE",
        });

    private Task<IReadOnlyList<StoredMarkingCode>> PageAsync(string condition, DynamicParameters values, CancellationToken cancellationToken) =>
        room.ListAsync<MarkingCodeRow, StoredMarkingCode>($"SELECT {MarkingSql.CodeColumns} FROM marking_code WHERE {condition} ORDER BY cis, text LIMIT @limit", values, row => row.ToCode(), cancellationToken);

    private Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken) => room.Writer.WriteAgainAsync(work, cancellationToken);

    private long Now() => UnixTime.Of(time.GetUtcNow());
}
