using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>The long work "marks of all F2 in stock": one question at a time, one step in each run of its job, kept as records.</summary>
internal sealed class MarksWork(EgaisParts parts, Asking asking, AnswerLook answers)
{
    private const int F2Digits = 15;
    private const int Page = 1000;
    private static readonly IReadOnlyList<MarksItemState> Open = [MarksItemState.Sent, MarksItemState.Accepted, MarksItemState.Unknown];

    public static bool IsF2(string text) => text.Length == F2Digits + 3 && text.StartsWith("FB-", StringComparison.Ordinal) && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Puts batches on the list: those named, or all of the stored stock of register 1. What is on it and not done stays as it is.</summary>
    public async Task<ConnectorRecord> FillAsync(EgaisOrganisation owner, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var wanted = named.Count > 0 ? named : await InStockAsync(owner, cancellationToken).ConfigureAwait(false);
        var known = (await AllAsync(owner.FsrarId, cancellationToken).ConfigureAwait(false)).ToDictionary(item => item.F2);
        var added = wanted.Distinct().Where(IsF2).Where(f2 => !known.TryGetValue(f2, out var item) || item.State is MarksItemState.Completed or MarksItemState.Error)
            .Select(f2 => new MarksItem(owner.FsrarId, f2, MarksItemState.Waiting) { Version = known.GetValueOrDefault(f2)?.Version ?? 0 }).ToList();
        if (added.Count > 0) await parts.Records.WriteAsync([.. added.Select(item => item.Change())], cancellationToken).ConfigureAwait(false);
        var counts = await CountsAsync(owner.FsrarId, cancellationToken).ConfigureAwait(false);
        counts["added"] = (long)added.Count;
        counts["state"] = "Queued";
        return counts;
    }

    /// <summary>One step: takes over what became of the open questions, and asks the next one when the gate is open.</summary>
    public async Task<ConnectorRecord> StepAsync(EgaisOrganisation owner, ExchangeRun run, ExchangeReport told, CancellationToken cancellationToken)
    {
        foreach (var state in Open)
        {
            foreach (var item in await ListAsync(owner.FsrarId, state, null, cancellationToken).ConfigureAwait(false)) await FollowAsync(item, cancellationToken).ConfigureAwait(false);
        }

        string? error = null;
        if (InWindow() && await NextAsync(owner.FsrarId, cancellationToken).ConfigureAwait(false) is { } next) error = await AskAsync(owner, next, run, told, cancellationToken).ConfigureAwait(false);
        var counts = await CountsAsync(owner.FsrarId, cancellationToken).ConfigureAwait(false);
        counts["errorText"] = error ?? "";
        return counts;
    }

    private async Task<string?> AskAsync(EgaisOrganisation owner, MarksItem item, ExchangeRun run, ExchangeReport told, CancellationToken cancellationToken)
    {
        var verdict = await parts.Gates.LookAsync(owner.FsrarId, EgaisOperation.QueryMarksByF2, item.F2, cancellationToken).ConfigureAwait(false);
        if (!verdict.IsOpen) return null;
        var call = new QuestionCall(owner, EgaisOperation.QueryMarksByF2, item.F2, QuestionExtras.Of(item.F2)) { Force = true, Told = told };
        var asked = await asking.AskAsync(call, run, cancellationToken).ConfigureAwait(false);
        var sent = item with { State = MarksItemState.Sent, Message = asked.TextOf("messageId"), Error = null };
        await parts.Records.WriteAsync([sent.Change()], cancellationToken).ConfigureAwait(false);
        await FollowAsync(sent with { Version = item.Version + 1 }, cancellationToken).ConfigureAwait(false);
        return asked.TextOf("errorText");
    }

    private async Task FollowAsync(MarksItem item, CancellationToken cancellationToken)
    {
        var message = item.Message is null ? null : await parts.Exchange.FindMessageAsync(item.Message, cancellationToken).ConfigureAwait(false);
        var state = Asking.StateOf(message) switch
        {
            "ToSend" => MarksItemState.Sent,
            "Asked" => MarksItemState.Accepted,
            "Unknown" => MarksItemState.Unknown,
            "Done" => MarksItemState.Completed,
            "NoAnswer" or "Draft" => MarksItemState.Retry,
            _ => message?.Stage == ExchangeStage.Rejected && !IsTooOften(message.LastError) ? MarksItemState.Error : MarksItemState.Retry,
        };
        if (state == item.State) return;
        var error = message?.LastError is { } last && state == MarksItemState.Error ? ChangeRecords.TextOf(last) : null;
        await parts.Records.WriteAsync([(item with { State = state, Error = error }).Change()], cancellationToken).ConfigureAwait(false);
    }

    // The question was right, only too early; the gate knows until when.
    private bool IsTooOften(ConnectorError? error) => error is not null && parts.Plan.Queries.TooOftenWords.Any(word => ChangeRecords.TextOf(error).Contains(word, StringComparison.OrdinalIgnoreCase) || error.Detail?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private async Task<MarksItem?> NextAsync(string fsrarId, CancellationToken cancellationToken) =>
        await FirstAsync(fsrarId, MarksItemState.Retry, cancellationToken).ConfigureAwait(false) ?? await FirstAsync(fsrarId, MarksItemState.Waiting, cancellationToken).ConfigureAwait(false);

    private async Task<MarksItem?> FirstAsync(string fsrarId, MarksItemState state, CancellationToken cancellationToken) =>
        await ListAsync(fsrarId, state, 1, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;

    private async Task<IReadOnlyList<string>> InStockAsync(EgaisOrganisation owner, CancellationToken cancellationToken)
    {
        var stored = await answers.FindAsync(owner.FsrarId, EgaisOperation.QueryRests, "", cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, $"The stock of {owner.FsrarId} was never received; request it first (RequestRests), or name the batches.")
        {
            MessageRu = $"Остатки организации {owner.FsrarId} ещё не получены: сначала запросите их (RequestRests) или укажите справки 2.",
            Reason = "RESTS_MISSING",
        });
        return [.. CallFields.Rows(stored.Answer["positions"]).OfType<ConnectorRecord>().Select(row => row.TextOf("informF2RegId", "inform2RegId")).OfType<string>()];
    }

    private async Task<ConnectorRecord> CountsAsync(string fsrarId, CancellationToken cancellationToken)
    {
        var items = await AllAsync(fsrarId, cancellationToken).ConfigureAwait(false);
        var record = new ConnectorRecord { { "fsrarId", fsrarId } };
        foreach (var state in Enum.GetValues<MarksItemState>()) record[char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..]] = (long)items.Count(item => item.State == state);
        return record;
    }

    private async Task<IReadOnlyList<MarksItem>> AllAsync(string fsrarId, CancellationToken cancellationToken)
    {
        var all = new List<MarksItem>();
        for (var page = await PageAsync(fsrarId, null, cancellationToken).ConfigureAwait(false); ; page = await PageAsync(fsrarId, page[^1].Key, cancellationToken).ConfigureAwait(false))
        {
            all.AddRange(page.Select(MarksItem.Read));
            if (page.Count < Page) return all;
        }
    }

    private ValueTask<IReadOnlyList<StoredRecord>> PageAsync(string fsrarId, string? after, CancellationToken cancellationToken) =>
        parts.Records.ListAsync(new RecordQuery(RecordKinds.MarksWork) { Index1 = fsrarId, After = after, Limit = Page }, cancellationToken);

    private async Task<IReadOnlyList<MarksItem>> ListAsync(string fsrarId, MarksItemState state, int? limit, CancellationToken cancellationToken) =>
        [.. (await parts.Records.ListAsync(new RecordQuery(RecordKinds.MarksWork) { Index1 = fsrarId, Index2 = state.ToString(), Limit = limit ?? Page }, cancellationToken).ConfigureAwait(false)).Select(MarksItem.Read)];

    private bool InWindow()
    {
        if (parts.Plan.Queries.MarksWindow is not var (from, to)) return true;
        var hour = parts.Plan.LocalNow(parts.Time).Hour;
        return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
