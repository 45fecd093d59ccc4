using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The acceptance of waybills by marks. A scan is durable when the answer is given, and a mark is taken once, whoever asks and wherever.</summary>
internal sealed class WaybillScans
{
    private const int Page = 1000;

    // Below that, marks are looked up one by one; above it, the scans of the whole waybill are read.
    private const int FewMarks = 50;
    private const int MostTries = 10;
    private readonly IConnectorRecords records;
    private readonly TimeProvider time;
    private readonly ScanRules rules;
    private readonly WaybillIndexes indexes;

    public WaybillScans(IConnectorRecords records, DocumentCards cards, TimeProvider time, ScanRules? rules = null)
    {
        (this.records, this.time, this.rules) = (records, time, rules ?? new ScanRules());
        indexes = new WaybillIndexes(cards, time, this.rules);
    }

    /// <summary>Looks a code up; takes nothing.</summary>
    public async ValueTask<ScanResult> FindAsync(string document, string code, CancellationToken cancellationToken)
    {
        var index = await indexes.GetAsync(document, cancellationToken).ConfigureAwait(false);
        return await LookAsync(document, code, index, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a mark, or everything that is left in a box.</summary>
    /// <exception cref="ConnectorException"><c>Busy</c>: others took and gave back marks of the box all the time.</exception>
    public async ValueTask<ScanResult> AcceptAsync(string document, string code, ScanSource source, CancellationToken cancellationToken)
    {
        var index = await indexes.GetAsync(document, cancellationToken).ConfigureAwait(false);

        // A mark is written without a look: the store itself refuses the second one.
        var match = index.Find(code);
        var taken = match.Marks.Count == 1 ? new HashSet<string>() : await TakenAsync(document, match.Marks, cancellationToken).ConfigureAwait(false);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var left = match.Marks.Where(mark => !taken.Contains(mark.Mark)).ToList();
            if (left.Count == 0) return await LookAsync(document, code, index, cancellationToken).ConfigureAwait(false);
            if (await TryWriteAsync(document, match.Code.Value, left, source, cancellationToken).ConfigureAwait(false)) return new ScanResult(index.Find(code, taken)) { Changed = left.Count };
            taken = await TakenAsync(document, match.Marks, cancellationToken).ConfigureAwait(false);
        }

        throw new ConnectorException(Crowded(match));
    }

    /// <summary>Gives a mark back, or every taken mark of a box.</summary>
    public async ValueTask<ScanResult> UndoAsync(string document, string code, CancellationToken cancellationToken)
    {
        var index = await indexes.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var match = index.Find(code);
        var taken = await TakenAsync(document, match.Marks, cancellationToken).ConfigureAwait(false);
        if (taken.Count > 0) await records.WriteAsync([.. taken.Select(mark => new RecordChange(RecordKinds.Scan, ScannedMark.KeyOf(document, mark), null))], cancellationToken).ConfigureAwait(false);
        return new ScanResult(index.Find(code, taken)) { Changed = taken.Count };
    }

    /// <summary>How far it is.</summary>
    public async ValueTask<WaybillProgress> ProgressAsync(string document, CancellationToken cancellationToken)
    {
        var index = await indexes.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        return WaybillProgress.Of(index, await AllTakenAsync(document, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What differs from the waybill, for the act.</summary>
    /// <param name="document">The waybill.</param>
    /// <param name="counted">Quantities by position that the caller counted, for positions without marks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<WaybillDifferences> DifferencesAsync(string document, IReadOnlyDictionary<string, decimal> counted, CancellationToken cancellationToken) =>
        WaybillDifferences.Of(await ProgressAsync(document, cancellationToken).ConfigureAwait(false), counted);

    private async ValueTask<ScanResult> LookAsync(string document, string code, WaybillMarkIndex index, CancellationToken cancellationToken)
    {
        var match = index.Find(code);
        if (match.Marks is [var single])
        {
            var earlier = await FindScanAsync(document, single.Mark, cancellationToken).ConfigureAwait(false);
            return new ScanResult(earlier is null ? match : index.Find(code, new HashSet<string> { single.Mark })) { Earlier = earlier };
        }

        return new ScanResult(match.Marks.Count == 0 ? match : index.Find(code, await TakenAsync(document, match.Marks, cancellationToken).ConfigureAwait(false)));
    }

    private async ValueTask<bool> TryWriteAsync(string document, string code, IReadOnlyList<IndexedMark> marks, ScanSource source, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changes = marks.Select(mark => new ScannedMark(document, mark.Mark, now) { Box = mark.Mark == code ? null : code, User = source.User, Device = source.Device }.ToChange());
        try
        {
            await records.WriteAsync([.. changes], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConnectorException late) when (late.Error.Code == ConnectorErrorCode.Conflict)
        {
            return false;
        }
    }

    private async ValueTask<ScannedMark?> FindScanAsync(string document, string mark, CancellationToken cancellationToken) =>
        await records.GetAsync(RecordKinds.Scan, ScannedMark.KeyOf(document, mark), cancellationToken).ConfigureAwait(false) is { } record ? ScannedMark.Read(document, record) : null;

    private async ValueTask<HashSet<string>> TakenAsync(string document, IReadOnlyList<IndexedMark> marks, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (marks.Count > FewMarks)
        {
            taken = await AllTakenAsync(document, cancellationToken).ConfigureAwait(false);
            taken.IntersectWith(marks.Select(mark => mark.Mark));
            return taken;
        }

        foreach (var mark in marks)
        {
            if (await records.GetAsync(RecordKinds.Scan, ScannedMark.KeyOf(document, mark.Mark), cancellationToken).ConfigureAwait(false) is not null) taken.Add(mark.Mark);
        }

        return taken;
    }

    private async ValueTask<HashSet<string>> AllTakenAsync(string document, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        while (true)
        {
            var page = await records.ListAsync(new RecordQuery(RecordKinds.Scan) { Index1 = document, After = after, Limit = Page }, cancellationToken).ConfigureAwait(false);
            foreach (var record in page) taken.Add(ScannedMark.MarkOf(document, record));
            if (page.Count < Page) return taken;
            after = page[^1].Key;
        }
    }

    private static ConnectorError Crowded(MarkMatch match) =>
        new(ConnectorErrorCode.Busy, $"Others are scanning the same goods just now ({ShortMark.Of(match.Code.Value)}). Scan again.")
        {
            MessageRu = $"Этот же товар сейчас сканируют другие ({ShortMark.Of(match.Code.Value)}). Сканируйте ещё раз.",
            Reason = "BUSY",
            Retryable = true,
        };
}
