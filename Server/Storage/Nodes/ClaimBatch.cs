using Npgsql;
using NpgsqlTypes;
using ServerJobs;

namespace Server.Storage;

/// <summary>One round of claiming: all its statements in one round trip, prepared once a connection.</summary>
internal sealed class ClaimBatch : IDisposable
{
    private readonly NpgsqlBatch batch;

    public ClaimBatch(NpgsqlConnection connection, JobNode node, ClaimTerms terms, long ahead, int waitSeconds)
    {
        batch = connection.CreateBatch();
        batch.Timeout = waitSeconds;
        Add(ClaimSql.PullBack, ("ahead", ahead), ("farthest", Ms(terms.Farthest)));
        Add(ClaimSql.Claim, ("ahead", ahead), ("node", node.Id), ("name", node.Name), ("limit", (long)terms.Limit), ("grace", Ms(terms.Grace)));
        Add(ClaimSql.NextDue, ("ahead", ahead), ("node", node.Id));
        Add(ClaimSql.Unplanned, ("ahead", ahead), ("node", node.Id));
        Add(ClaimSql.Cancels, ("node", node.Id));
    }

    public ClaimRound Execute()
    {
        batch.Prepare();
        using var reader = batch.ExecuteReader();
        var claims = Rows(reader, ReadClaim);
        reader.NextResult();
        reader.Read();
        var (now, next) = (UnixTime.From(reader.GetInt64(0)), ClaimMoments.Due(Long(reader, 1)));
        reader.NextResult();
        var unplanned = Rows(reader, ReadUnplanned);
        reader.NextResult();
        var cancels = Rows(reader, row => new HeldClaim(row.GetString(0), row.GetInt64(1)));
        return new ClaimRound(now, claims) { NextDue = next, Unplanned = unplanned, Cancels = cancels };
    }

    public void Dispose() => batch.Dispose();

    private static JobClaim ReadClaim(NpgsqlDataReader row)
    {
        var trigger = Enum.Parse<JobTrigger>(row.GetString(3));
        return new JobClaim(row.GetString(0), row.GetInt64(1), row.GetString(2), trigger, UnixTime.From(Long(row, 4)), row.GetInt32(5) + 1) { Doubled = !row.GetBoolean(6) };
    }

    private static UnplannedJob ReadUnplanned(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt64(1), UnixTime.From(row.GetInt64(2)))
    {
        LastStartedAt = UnixTime.From(Long(row, 3)),
        LastEndedAt = UnixTime.From(Long(row, 4)),
        LateSince = UnixTime.From(Long(row, 5)),
        Owner = row.IsDBNull(6) ? null : row.GetString(6),
    };

    private static List<T> Rows<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static long? Long(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static long Ms(TimeSpan span) => (long)span.TotalMilliseconds;

    private void Add(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = new NpgsqlParameter(name, value is long ? NpgsqlDbType.Bigint : NpgsqlDbType.Text) { Value = value };
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }
}
