using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ServerJobs;

namespace Server.Api;

/// <summary>Writes runs as a file, page after page, so that its length costs no memory.</summary>
internal sealed class RunExport(JobAdmin jobs, HttpContext context, string? language)
{
    public const string Csv = "text/csv";
    private const int PageSize = 500;
    private readonly CancellationToken aborted = context.RequestAborted;

    public async Task WriteAsync(JobRunQuery query)
    {
        var csv = ApiQuery.Text(context.Request, "format") switch
        {
            null or "csv" => true,
            "json" => false,
            _ => throw new ApiException(ApiError.Invalid("format takes csv or json.", "format — csv или json.")),
        };

        // Before anything is sent: what goes wrong here is still an answer of its own.
        var first = await PageAsync(query, query.Limit);
        var response = context.Response;
        response.ContentType = csv ? $"{Csv}; charset=utf-8" : "application/json; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"runs.{(csv ? "csv" : "json")}\"";
        if (csv) await WriteCsvAsync(query, first);
        else await JsonSerializer.SerializeAsync(response.Body, BodiesAsync(query, first, aborted), Answers.Json, aborted);
    }

    private async Task WriteCsvAsync(JobRunQuery query, IReadOnlyList<JobRun> first)
    {
        // Excel takes a file without the mark for the code page of Windows.
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var table = new RunTable(language);
        await writer.WriteAsync(table.Head);
        await foreach (var run in RunsAsync(query, first, aborted)) await writer.WriteAsync(table.Row(run).AsMemory(), aborted);
    }

    private async IAsyncEnumerable<RunBody> BodiesAsync(JobRunQuery query, IReadOnlyList<JobRun> first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var run in RunsAsync(query, first, cancellationToken)) yield return RunBody.Of(run, language);
    }

    private async IAsyncEnumerable<JobRun> RunsAsync(JobRunQuery query, IReadOnlyList<JobRun> first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = query.Limit;
        for (var page = first; page.Count > 0; page = await PageAsync(query with { Before = page[^1].Id }, left))
        {
            foreach (var run in page) yield return run;
            left -= page.Count;
            cancellationToken.ThrowIfCancellationRequested();
            if (left <= 0 || page.Count < PageSize) yield break;
        }
    }

    private ValueTask<IReadOnlyList<JobRun>> PageAsync(JobRunQuery query, int left) => jobs.HistoryAsync(query with { Limit = Math.Min(left, PageSize) }, aborted);
}
