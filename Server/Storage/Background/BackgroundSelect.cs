using System.Text;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>The statement that lists operations; only the conditions a query has are in its text, each a constant.</summary>
internal static class BackgroundSelect
{
    public static string Of(BackgroundQuery query)
    {
        var text = new StringBuilder(BackgroundSql.Columns);
        var joint = "WHERE ";
        When(query.Owner is not null, "owner_key = @OwnerKey AND owner_device = @OwnerDevice");
        When(query.Key is not null, "job_key = @Key");
        When(query.Call is not null, "UPPER(call_name) = UPPER(@Call)");
        When(query.Title is not null, "title_folded LIKE @Title ESCAPE '!'");
        When(query.Node is not null, "node = @Node");
        When(query.StartedFrom is not null, "started_at >= @StartedFrom");
        When(query.StartedBefore is not null, "started_at < @StartedBefore");
        When(query.EndedFrom is not null, "ended_at >= @EndedFrom");
        When(query.EndedBefore is not null, "ended_at < @EndedBefore");
        When(query.Before is not null, "id < @Before");
        When(query.State is not null, query.State switch
        {
            BackgroundState.Active => "outcome IS NULL",
            BackgroundState.Completed => "outcome IN ('Succeeded', 'SucceededWithWarnings')",
            BackgroundState.Canceled => "outcome = 'Cancelled'",
            _ => "outcome IN ('Failed', 'TimedOut', 'Lost')",
        });
        return text.Append(" ORDER BY id DESC LIMIT @Limit").ToString();

        void When(bool wanted, string condition)
        {
            if (!wanted) return;
            text.Append(joint).Append(condition);
            joint = " AND ";
        }
    }

    public static object ValuesOf(BackgroundQuery query) => new
    {
        OwnerKey = query.Owner?.KeyId,
        OwnerDevice = query.Owner?.DeviceId,
        query.Key,
        query.Call,
        Title = query.Title is { } title ? $"%{BackgroundRow.Fold(title).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%" : null,
        query.Node,
        StartedFrom = UnixTime.Of(query.StartedFrom),
        StartedBefore = UnixTime.Of(query.StartedBefore),
        EndedFrom = UnixTime.Of(query.EndedFrom),
        EndedBefore = UnixTime.Of(query.EndedBefore),
        query.Before,
        query.Limit,
    };
}
