using System.Buffers;
using System.Globalization;
using ServerJobs;

namespace Server.Api;

/// <summary>Runs as comma-separated values that Excel opens as it should and takes nothing in them for a formula.</summary>
internal sealed class RunTable(string? language)
{
    private static readonly string[] Columns = ["id", "title", "key", "job", "call", "trigger", "state", "outcome", "plannedAt (UTC)", "startedAt (UTC)", "endedAt (UTC)", "elapsedMs", "attempt", "startedBy", "node", "errorCode", "message", "inDoubt", "messageCount", "correlationId"];
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t ");
    private readonly char separator = language == "ru" ? ';' : ',';

    /// <summary>The line of the columns' names.</summary>
    public string Head => Line(Columns);

    /// <summary>The line of a run.</summary>
    public string Row(JobRun run)
    {
        var body = RunBody.Of(run, language);
        return Line([
            body.Id, body.Title, body.Key, body.JobId, body.Call, body.Trigger.ToString(), body.State, body.Outcome?.ToString(), Moment(body.PlannedAt), Moment(body.StartedAt), Moment(body.EndedAt),
            Number(body.ElapsedMs), Number(body.Attempt), body.StartedBy, body.Node, body.ErrorCode, body.Message, body.InDoubt ? "true" : "false", Number(body.MessageCount), body.CorrelationId,
        ]);
    }

    internal static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) || safe.Length != text.Length ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // A cell that begins with one of these is calculated when the file is opened, and may call programs; the full-width forms are taken alike.
    private static bool IsFormula(string text) => text.TrimStart(' ', '\u00A0') is not [] and [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private string Line(IEnumerable<string?> fields) => string.Join(separator, fields.Select(Field)) + "\r\n";
}
