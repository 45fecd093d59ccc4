using ServerJobs;

namespace Server.Storage;

/// <summary>Ends of claims as parameters: a column a field.</summary>
internal static class GivenEnds
{
    public static NamedValues Of(JobNode node, IReadOnlyList<ClaimEnd> ends, long ahead)
    {
        var rows = ends.Select(end => end.Run is { } run ? JobRunRow.Of(run) : null).ToList();
        var values = new NamedValues { { "node", node.Id }, { "ahead", ahead }, { "frees", ends.Select(end => end.Frees).ToArray() } };
        values.AddColumn("jobs", ends, end => end.JobId);
        values.AddColumn("fences", ends, end => end.Fence);
        values.AddColumn("repeatIn", ends, end => (long?)end.RepeatIn?.TotalMilliseconds);
        values.AddColumn("runs", rows, row => row?.Id);
        values.AddColumn("outcomes", rows, row => row?.Outcome);
        values.AddColumn("elapsed", rows, row => row?.ElapsedMs);
        values.AddColumn("codes", rows, row => row?.ErrorCode);
        values.AddColumn("messages", rows, row => row?.Message);
        values.AddColumn("messagesRu", rows, row => row?.MessageRu);
        values.AddColumn("details", rows, row => row?.Detail);
        values.AddColumn("doubts", rows, row => row?.InDoubt ?? 0);
        values.AddColumn("correlations", rows, row => row?.CorrelationId);
        values.AddColumn("told", rows, row => row?.Messages);
        values.AddColumn("lines", rows, row => row?.LogLines);
        values.AddColumn("toldCounts", rows, row => row?.MessageCount ?? 0);
        values.AddColumn("lineCounts", rows, row => row?.LogLineCount ?? 0);
        values.AddColumn("searches", rows, row => row?.Search);
        return values;
    }
}
