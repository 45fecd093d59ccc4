using ServerJobs;

namespace Benchmarks.Runs;

/// <summary>Fills a store with runs as a year of work leaves them: 50 jobs, one run in twenty failed.</summary>
internal static class RunsFill
{
    private const int Jobs = 50;
    private const int Portion = 4000;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<DateTimeOffset> FillAsync(IJobStore store, int rows)
    {
        // In portions the queue of the writer has room for: history rows beyond it would be dropped.
        foreach (var portion in Enumerable.Range(0, rows).Chunk(Portion)) await Task.WhenAll(portion.Select(number => store.CompleteAsync(Run(number), default).AsTask()));
        var kept = (await store.ListAsync(new JobRunQuery(rows + 1), default)).Count;
        return kept == rows ? Start.AddMinutes(rows) : throw new InvalidOperationException($"{kept} runs of {rows} were kept.");
    }

    private static JobRun Run(int number)
    {
        var at = Start.AddMinutes(number);
        var failed = number % 20 == 7;
        return new JobRun(Guid.CreateVersion7(at).ToString(), $"job-{number % Jobs}", $"Обмен со складом {number % Jobs}", "Sklad:Exchange.RunExchange", JobTrigger.Schedule, at)
        {
            PlannedAt = at,
            EndedAt = at.AddSeconds(2),
            Elapsed = TimeSpan.FromSeconds(2),
            Node = "server-a",
            Outcome = failed ? JobOutcome.Failed : JobOutcome.Succeeded,
            ErrorCode = failed ? "Unavailable" : null,
            Message = failed ? $"The system at http://erp.local:8080/{number} does not answer." : null,
            MessageRu = failed ? "Внешняя система не отвечает." : null,
            Detail = failed ? new string('d', 400) : null,
            CorrelationId = Guid.CreateVersion7(at).ToString("N"),
            LogLines = failed ? ["12:00:00 warning Transport: no answer", "12:00:01 error Exchange: given up"] : [],
        };
    }
}
