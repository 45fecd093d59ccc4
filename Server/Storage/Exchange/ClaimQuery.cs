using System.Globalization;
using System.Text;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Dapper;

namespace Server.Storage;

/// <summary>The statements that take messages, put together from conditions; every value is bound.</summary>
/// <remarks>A claim is one statement with its condition repeated outside: of two servers that chose the same row, the second finds it taken.</remarks>
internal sealed class ClaimQuery
{
    private const string Open = "NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled')";
    private const string Final = "IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled')";
    private const string NobodySendsThere = "NOT EXISTS (SELECT 1 FROM exchange_message s WHERE s.connector_id = m.connector_id AND s.organisation = m.organisation AND s.purpose = m.purpose AND s.stage = 'Sending')";

    // What it is sent after is final; nothing with its ordering key is before it, or on its way already where clocks were set back; nothing of its organisation before it awaits a signature.
    private const string MayBeSent = $"""
        (m.send_after IS NULL OR EXISTS (SELECT 1 FROM exchange_message d WHERE d.connector_id = m.connector_id AND d.message_id = m.send_after AND d.stage {Final}))
        AND (m.ordering_key IS NULL OR NOT EXISTS (SELECT 1 FROM exchange_message b
            WHERE b.connector_id = m.connector_id AND b.ordering_key = m.ordering_key AND b.stage {Open} AND b.message_id <> m.message_id
                AND ((b.created_at, b.message_id) < (m.created_at, m.message_id) OR b.stage NOT IN ('Enqueued', 'AwaitingSignature'))))
        AND (m.immediate <> 0 OR NOT EXISTS (SELECT 1 FROM exchange_message a
            WHERE a.connector_id = m.connector_id AND a.organisation = m.organisation AND a.stage = 'AwaitingSignature' AND (a.created_at, a.message_id) < (m.created_at, m.message_id)))
        """;

    private const string MayBeAsked = $"""
        (m.load_after IS NULL OR EXISTS (SELECT 1 FROM exchange_message d WHERE d.connector_id = m.connector_id AND d.message_id = m.load_after AND d.stage {Final}))
        AND NOT EXISTS (SELECT 1 FROM exchange_message f WHERE f.connector_id = m.connector_id AND f.load_before = m.message_id AND f.stage {Open})
        """;

    private const string MayBeTaken = $"""
        (m.stage <> 'Enqueued' OR ({MayBeSent}))
        AND (m.stage NOT IN ('Accepted', 'WaitingRemote') OR ({MayBeAsked}))
        """;

    // When it is due by itself; what is leased, at the end of its lease.
    private const string Due = """
        CASE WHEN {0}.stage = 'Sending' AND {0}.lease_until > @far THEN 0
            WHEN {0}.stage = 'Sending' THEN COALESCE({0}.lease_until, {0}.stage_since)
            WHEN {0}.stage IN ('Enqueued', 'AwaitingSignature') THEN COALESCE({0}.next_attempt_at, {0}.stage_since) ELSE {0}.next_attempt_at END
        """;

    // Nobody holds it: nobody took it, the lease is over, or it ends further away than any can, because a clock was set back since.
    private const string Free = "({0}lease_owner IS NULL OR {0}lease_until <= @now OR {0}lease_until > @far)";

    private readonly StringBuilder asked = new("m.connector_id = @connector");

    private ClaimQuery(ClaimRequest request)
    {
        Values.Add("connector", request.ConnectorId);
        Values.Add("owner", request.LeaseOwner);
        Values.Add("now", UnixTime.Of(request.Now));
        Values.Add("until", UnixTime.Of(request.LeaseUntil));
        // A length more than a lease lasts: the clocks of two servers differ, and a lease of the other one must not be taken for an impossible one.
        Values.Add("far", UnixTime.Of(request.LeaseUntil + (request.LeaseUntil - request.Now)));
        if (request.Organisations is { } only) asked.Append(CultureInfo.InvariantCulture, $" AND m.organisation IN ({Names("o", only)})");
        if (request.Stopped.Count > 0) asked.Append(CultureInfo.InvariantCulture, $" AND m.organisation NOT IN ({Names("n", request.Stopped)})");
        for (var at = 0; at < request.Held.Count; at++)
        {
            asked.Append(CultureInfo.InvariantCulture, $" AND NOT (m.organisation = @ho{at} AND m.purpose = @hp{at})");
            Values.Add($"ho{at}", request.Held[at].Organisation);
            Values.Add($"hp{at}", request.Held[at].Purpose);
        }

        // What is sent past the queue is sent by the run that names it, or never: its caller has gone on by then.
        if (request is { Document: null, MessageId: null }) asked.Append(" AND (m.immediate = 0 OR m.stage <> 'Enqueued')");
        if (request.Document is not null) Add(" AND m.document = @document", "document", request.Document);
        if (request.MessageId is not null) Add(" AND m.message_id = @message", "message", request.MessageId);
    }

    public string Text { get; private set; } = "";

    public DynamicParameters Values { get; } = new();

    /// <summary>Which message would be taken to be sent, if any.</summary>
    public string Candidate => $"""
        SELECT m.message_id FROM exchange_message m
        WHERE {asked} AND m.stage = 'Enqueued' AND m.stage {Open} AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= @now) AND {FreeOf("m.")}
            AND {NobodySendsThere} AND {MayBeSent}
        ORDER BY m.priority DESC, m.created_at, m.message_id LIMIT 1
        """;

    public static ClaimQuery ToSend(ClaimRequest request)
    {
        var query = new ClaimQuery(request);
        query.Text = $"""
            UPDATE exchange_message SET stage = 'Sending', attempt = attempt + 1, sent_at = @now, stage_since = @now, changed_at = @now, version = version + 1, lease_owner = @owner, lease_until = @until
            WHERE connector_id = @connector AND message_id = ({query.Candidate})
                AND stage = 'Enqueued' AND (next_attempt_at IS NULL OR next_attempt_at <= @now) AND {FreeOf("")}
            RETURNING {ExchangeMessageRow.Columns}
            """;
        return query;
    }

    public static ClaimQuery ToLease(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, int limit)
    {
        var query = new ClaimQuery(request);
        query.Values.Add("limit", limit);
        query.Text = $"""
            UPDATE exchange_message SET lease_owner = @owner, lease_until = @until
            WHERE connector_id = @connector AND message_id IN (
                SELECT m.message_id FROM exchange_message m
                WHERE {query.asked} AND {StageText.IsOneOf(stages, "m.")} AND {DueOf("m")} <= @now AND {FreeOf("m.")} AND {MayBeTaken}
                ORDER BY m.priority DESC, COALESCE(m.next_attempt_at, 0), m.created_at, m.message_id LIMIT @limit)
                AND {StageText.IsOneOf(stages)} AND {DueOf("exchange_message")} <= @now AND {FreeOf("")}
            RETURNING {ExchangeMessageRow.Columns}
            """;
        return query;
    }

    public static ClaimQuery NextDue(ClaimRequest request, IReadOnlyList<ExchangeStage> stages)
    {
        var query = new ClaimQuery(request);
        // The request's time is not regarded, so no lease is too far from it.
        query.Values.Add("far", long.MaxValue);
        query.Text = $"""
            SELECT MIN(CASE WHEN m.lease_owner IS NOT NULL AND m.lease_until > {DueOf("m")} THEN m.lease_until ELSE {DueOf("m")} END) FROM exchange_message m
            WHERE {query.asked} AND {StageText.IsOneOf(stages, "m.")} AND {MayBeTaken} AND (m.stage <> 'Enqueued' OR {NobodySendsThere})
            """;
        return query;
    }

    private static string DueOf(string row) => Due.Replace("{0}", row, StringComparison.Ordinal);

    private static string FreeOf(string row) => Free.Replace("{0}", row, StringComparison.Ordinal);

    private string Names(string prefix, IReadOnlyList<string> names)
    {
        for (var at = 0; at < names.Count; at++) Values.Add($"{prefix}{at}", names[at]);
        return names.Count == 0 ? "NULL" : string.Join(", ", names.Select((_, at) => $"@{prefix}{at}"));
    }

    private void Add(string condition, string name, string value)
    {
        asked.Append(condition);
        Values.Add(name, value);
    }
}
