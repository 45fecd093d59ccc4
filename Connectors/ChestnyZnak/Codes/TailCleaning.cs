using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Takes the check part off codes that need it no more, in portions, a transaction each. Running it again changes nothing more; broken off, it goes on where it was.</summary>
internal sealed class TailCleaning(IMarkingCodeStore codes, IConnectorRecords records, TimeSpan budget, TimeProvider time, ILogger logger)
{
    /// <summary>Rows of one transaction.</summary>
    public const int Portion = 1000;

    // Codes that are not applied yet must be printed and reported in full.
    private static readonly MarkingCodeState[] States = [MarkingCodeState.Utilised, MarkingCodeState.Received, MarkingCodeState.Withdrawn];

    public async Task<ConnectorRecord> RunAsync(ICallFeedback? feedback, CancellationToken cancellationToken)
    {
        await using var lease = await records.TryLeaseAsync("tail-cleaning", budget + TimeSpan.FromMinutes(2), cancellationToken).ConfigureAwait(false);
        if (lease is null) return new ConnectorRecord { ["alreadyRunning"] = true };
        var started = time.GetTimestamp();
        var report = new TailReport();
        var cursor = await TailCursor.ReadAsync(records, cancellationToken).ConfigureAwait(false) ?? new TailCursor(States[0], null);
        foreach (var state in States.SkipWhile(state => state != cursor.State))
        {
            var after = state == cursor.State ? cursor.After : null;
            while (true)
            {
                var rows = await codes.ListAsync(new MarkingCodeQuery { State = state, WithTailOnly = true, After = after, Limit = Portion }, cancellationToken).ConfigureAwait(false);
                if (rows.Count == 0) break;
                after = await CleanAsync(WholeGroups(rows), report, cancellationToken).ConfigureAwait(false);
                feedback?.ReportProgress(null, $"{report.Cleaned}/{report.Looked}");
                report.Unfinished = time.GetElapsedTime(started) >= budget;
                if (!report.Unfinished) continue;
                await TailCursor.KeepAsync(records, new TailCursor(state, after), cancellationToken).ConfigureAwait(false);
                return Told(report);
            }
        }

        await TailCursor.KeepAsync(records, null, cancellationToken).ConfigureAwait(false);
        return Told(report);
    }

    // Rows of one КИ are judged together; those that the portion's end cuts off wait for the next one.
    private static IReadOnlyList<StoredMarkingCode> WholeGroups(IReadOnlyList<StoredMarkingCode> rows)
    {
        if (rows.Count < Portion) return rows;
        var whole = rows.TakeWhile(row => row.Cis != rows[^1].Cis).ToList();
        return whole.Count > 0 ? whole : rows;
    }

    private async Task<string> CleanAsync(IReadOnlyList<StoredMarkingCode> rows, TailReport report, CancellationToken cancellationToken)
    {
        var verdicts = CryptoTailRule.Judge(rows);
        var changes = new List<TailChange>();
        for (var at = 0; at < rows.Count; at++)
        {
            report.Looked++;
            switch (verdicts[at].Outcome)
            {
                case CryptoTailOutcome.Replace:
                    changes.Add(new TailChange(rows[at].Text, rows[at].Cis));
                    break;
                case CryptoTailOutcome.Conflict:
                    report.Conflict(rows[at].Cis);
                    break;
                case CryptoTailOutcome.Unreadable:
                    report.Unreadable++;
                    break;
                default:
                    report.Kept++;
                    break;
            }
        }

        await WriteAsync(changes, report, cancellationToken).ConfigureAwait(false);
        return rows[^1].Cis;
    }

    private async Task WriteAsync(List<TailChange> changes, TailReport report, CancellationToken cancellationToken)
    {
        if (changes.Count == 0) return;
        var cleaned = await codes.CleanTailsAsync(changes, cancellationToken).ConfigureAwait(false);
        report.Cleaned += cleaned;
        if (cleaned == changes.Count) return;

        // What the table left is in conflict with a row of another state or without a tail, or was changed meanwhile.
        foreach (var change in changes)
        {
            if (await codes.FindAsync(change.Text, cancellationToken).ConfigureAwait(false) is { } left && left.Text == change.Text) report.Conflict(change.Cis);
        }
    }

    private ConnectorRecord Told(TailReport report)
    {
        SuzLog.Cleaned(logger, report.Looked, report.Cleaned, report.Kept, report.Conflicts, report.Unreadable);
        return report.ToRecord();
    }
}
