using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Dapper;
using Server.Storage;

namespace Unit.Tests.Storage.Exchange;

/// <summary>What looks for work never walks through the messages that are final: a hundred thousand of them lie in the table here.</summary>
[TestClass]
public class ExchangePlanTests : StoreTest
{
    private const string Explain = "EXPLAIN QUERY PLAN ";
    private static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly ClaimRequest All = new("znak", "a", Noon, Noon.AddMinutes(1));
    private static readonly ExchangeStage[] Polled = [ExchangeStage.Accepted, ExchangeStage.WaitingRemote];

    private const string Fill = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        INSERT INTO exchange_message (connector_id, message_id, organisation, operation, purpose, document, document_kind, format, needs_signature, priority, immediate, stage, request_id, attempt, poll_number, stage_since, created_at, changed_at, version, payload)
        SELECT 'znak', 'm' || i, '770000000' || (i % 10), 'LK_RECEIPT', 'TrueApi', 'd' || i, '', '', 0, 0, 0, CASE WHEN i % 1000 = 0 THEN 'Accepted' ELSE 'Done' END, 'r' || i, 1, 1, i, i, i, 1, @payload FROM n
        """;

    /// <summary>Nobody gathers statistics in a file; PostgreSQL does by itself, some time.</summary>
    protected virtual string Statistics => "SELECT 1";

    private string Whole => IsShared ? "Seq Scan on exchange_message" : "SCAN ";

    private bool IsShared => Home.Database.IsShared;

    [TestMethod]
    public async Task Claims_and_lists_of_open_messages_go_by_an_index()
    {
        await Home.Database.Exchange.Writer.WriteAsync(connection => connection.Execute(Fill, new { payload = new byte[10] }), default);
        await Home.Database.Exchange.Writer.WriteAsync(connection => connection.Execute(Statistics), default);
        var sending = ClaimQuery.ToSend(All with { Stopped = ["7700000001"], Organisations = ["7700000001", "7700000002"] });
        var (open, openValues) = MessageList.Of("znak", new ExchangeQuery());
        var (ofDocument, ofDocumentValues) = MessageList.Of("znak", new ExchangeQuery { Document = "d5", Stages = Enum.GetValues<ExchangeStage>() });
        var (final, finalValues) = MessageList.Of("znak", new ExchangeQuery { Stages = [ExchangeStage.Rejected] });
        (string Text, object Values)[] statements =
        [
            (sending.Text, sending.Values),
            Of(ClaimQuery.ToSend(All)),
            Of(ClaimQuery.ToLease(All, Polled, 10)),
            Of(ClaimQuery.ToLease(All, [ExchangeStage.Sending], 10)),
            Of(ClaimQuery.NextDue(All, [ExchangeStage.Enqueued, ExchangeStage.Uncertain])),
            (open, openValues),
            (ofDocument, ofDocumentValues),
            (final, finalValues),
            (ExchangeMessageSql.OpenOrganisations, new { connector = "znak" }),
            (ExchangeMessageSql.FindByRequest.Text, new { connector = "znak", organisation = "7700000001", request = "r1" }),
            (ExchangeMessageSql.Renew, new { connector = "znak", owner = "a", until = 1L }),
            (ExchangeMessageSql.RemoveOld, new { before = 10L, limit = 10 }),
            (ProtocolRow.List, new { connector = "znak", of = "d5" }),
        ];

        var plans = await Task.WhenAll(statements.Select(statement => PlanAsync(statement.Text, statement.Values)));

        plans.Where(plan => plan.Split('\n').Any(IsWhole)).Should().BeEmpty();
    }

    private static (string Text, object Values) Of(ClaimQuery query) => (query.Text, query.Values);

    // SQLite says SCAN also of an index that is walked in its order; only one of the table itself passes every row. What a subquery gave is walked too.
    private bool IsWhole(string line) => line.Contains(Whole, StringComparison.Ordinal) && !line.Contains(" INDEX ", StringComparison.Ordinal) && (IsShared || line.TrimEnd().Split(' ') is [.., "SCAN", _]);

    private Task<string> PlanAsync(string text, object values) => Home.Database.Exchange.ReadAsync(
        async (connection, stop) =>
        {
            var rows = await connection.QueryAsync<dynamic>(new CommandDefinition((IsShared ? "EXPLAIN " : Explain) + text, values, cancellationToken: stop));
            return $"{text}\n{string.Join('\n', rows.Select(row => string.Join(' ', ((IDictionary<string, object>)row).Values)))}";
        },
        default);
}
