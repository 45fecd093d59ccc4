using ServerJobs;

namespace Server.Storage;

/// <summary>The definitions of a server as parameters: a column a field.</summary>
internal static class GivenDefinitions
{
    /// <summary>The steps of a registration, in order: what the server no longer names is looked for while its former word is still there.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        [ClaimNodeSql.Forget, ClaimNodeSql.Define, ClaimNodeSql.Insert, ClaimNodeSql.Adopt, ClaimNodeSql.StartAnew];

    /// <summary>Makes them. A job that is in force in another spelling of its id goes by that one: two spellings are one job.</summary>
    public static NamedValues Of(JobNode node, IReadOnlyList<JobDefinition> definitions, SpeltIds known, long ahead)
    {
        var values = new NamedValues { { "node", node.Id }, { "ahead", ahead }, { "enabled", definitions.Select(job => job.Enabled).ToArray() }, { "anew", definitions.Select(job => job.StartsAnew).ToArray() } };
        values.AddColumn("jobs", definitions, job => known.Of(job.JobId));
        values.AddColumn("spelt", definitions, job => job.JobId);
        values.AddColumn("hashes", definitions, job => job.Hash);
        values.AddColumn("names", definitions, job => job.Name);
        values.AddColumn("calls", definitions, job => job.Call);
        values.AddColumn("keys", definitions, job => job.Key);
        values.AddColumn("overlaps", definitions, job => job.Overlap.ToString());
        values.AddColumn("searches", definitions, job => JobRunRow.Fold(string.Join('\n', job.Name, job.Call, job.Key)));
        values.AddColumn("periods", definitions, job => (long?)job.Period?.TotalMilliseconds);
        values.AddColumn("catchUps", definitions, job => (long)job.CatchUp.TotalMilliseconds);
        values.AddColumn("firstIns", definitions, job => (long)job.FirstIn.TotalMilliseconds);
        values.AddColumn("pauses", definitions, job => job.PausedUntil is { } until ? UnixTime.Of(until) : (long?)null);
        return values;
    }
}
