using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>The journal of what was decided without a check: emergency mode, no answer, codes of other countries.</summary>
internal sealed class SaleJournal(PermissiveRules rules, IConnectorRecords records, ILogger logger, TimeProvider time)
{
    private const string Kind = "permissive-journal";
    private const int Page = 500;

    // What a till may be kept waiting for its entry when the budget is used up.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Writes down what was decided without a check. A slow store keeps nobody waiting, the entries go on their way behind the sale.</summary>
    public async ValueTask KeepAsync(SaleResult result, CancellationToken cancellationToken)
    {
        var lines = result.Unchecked.ToList();
        if (lines.Count == 0) return;
        var first = lines[0].Decision;
        PermissiveLog.Unchecked(logger, result.Call.Store.Id, lines.Count, first.Reason, first.Verdict);
        var rest = result.Call.Budget - result.Elapsed;
        try
        {
            await WriteAsync(result, lines).WaitAsync(rest > Patience ? rest : Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Its own failure is logged by the writing itself.
        }
    }

    /// <summary>Lists entries, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<ConnectorRecord>> ListAsync(string? store, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        var found = new List<ConnectorRecord>();
        var after = Moment(from);
        while (found.Count < limit)
        {
            var page = await records.ListAsync(new RecordQuery(Kind) { Index1 = store, After = after, Limit = Page }, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Where(record => string.CompareOrdinal(record.Key, Moment(to)) < 0).Select(Read));
            if (page.Count < Page || string.CompareOrdinal(page[^1].Key, Moment(to)) >= 0) break;
            after = page[^1].Key;
        }

        return [.. found.Take(limit)];
    }

    private async Task WriteAsync(SaleResult result, IReadOnlyList<SaleLineResult> lines)
    {
        var now = time.GetUtcNow();
        var changes = lines.Select(line => new RecordChange(Kind, $"{Moment(now)}-{Guid.NewGuid():N}", Encoding.UTF8.GetBytes(Text(result, line).ToString(Formatting.None)))
        {
            Index1 = result.Call.Store.Id,
            Index2 = result.Call.Store.Organisation.Inn,
            ExpiresAt = now + rules.JournalLife,
        }).ToList();
        try
        {
            await records.WriteAsync(changes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            PermissiveLog.JournalFailed(logger, result.Call.Store.Id, failure.GetType().Name, string.Join("; ", lines.Select(line => $"{line.Line.Code!.Cis} {line.Decision.Verdict} {line.Decision.Reason}")));
        }
    }

    // The КИ only: the check part stands in no journal.
    private static JObject Text(SaleResult result, SaleLineResult line) => new()
    {
        ["cis"] = line.Line.Code!.Cis,
        ["operation"] = result.Call.Operation.ToString(),
        ["verdict"] = line.Decision.Verdict.ToString(),
        ["reason"] = SaleTexts.Code(line.Decision.Reason),
        ["provider"] = line.Answer?.Provider.ToString(),
        ["reqId"] = line.Answer?.RequestId,
        ["failures"] = string.Join("; ", result.Failures),
        ["price"] = line.Line.Price,
        ["user"] = result.Call.User,
    };

    private static ConnectorRecord Read(StoredRecord record)
    {
        var entry = JsonText.Parse(Encoding.UTF8.GetString(record.Content));
        var at = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(record.Key.AsSpan(0, record.Key.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture));
        return new ConnectorRecord
        {
            { "at", at }, { "store", record.Index1 }, { "organisation", record.Index2 }, { "cis", entry.Text("cis") }, { "operation", entry.Text("operation") }, { "verdict", entry.Text("verdict") }, { "reason", entry.Text("reason") },
            { "provider", entry.Text("provider") }, { "reqId", entry.Text("reqId") }, { "failures", entry.Text("failures") }, { "priceKopecks", entry.Long("price") }, { "user", entry.Text("user") },
        };
    }

    // Keys sort by time; a negative moment cannot come of a sale.
    private static string Moment(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds()).ToString("D14", CultureInfo.InvariantCulture);
}
