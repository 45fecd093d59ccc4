using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Brings back waybills that never arrived here: the list of unanswered ones is asked for once a day, and what is unknown of it is asked for again, a few in each run.</summary>
internal sealed class LostWaybills(EgaisParts parts, Asking asking, AnswerLook answers)
{
    public async Task<ConnectorRecord> StepAsync(EgaisOrganisation owner, ExchangeRun run, ExchangeReport told, CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var list = await answers.FindAsync(owner.FsrarId, EgaisOperation.QueryUnanswered, "", cancellationToken).ConfigureAwait(false);
        var asked = new List<object?>();
        if (list is not null)
        {
            foreach (var regId in await MissingAsync(owner.FsrarId, list.Answer, cancellationToken).ConfigureAwait(false))
            {
                if (asked.Count == parts.Plan.Queries.ResendPerRun) break;
                if (await ResendAsync(owner, regId, list.ReceivedAt, run, told, cancellationToken).ConfigureAwait(false)) asked.Add(regId);
            }
        }

        string? error = null;
        if (list is null || now - list.ReceivedAt >= parts.Plan.Queries.UnansweredEvery)
        {
            error = (await asking.AskAsync(new QuestionCall(owner, EgaisOperation.QueryUnanswered, "", []) { Told = told }, run, cancellationToken).ConfigureAwait(false)).TextOf("errorText");
        }

        return new ConnectorRecord { { "fsrarId", owner.FsrarId }, { "listReceivedAt", list?.ReceivedAt }, { "askedAgain", asked }, { "errorText", error ?? "" } };
    }

    private async Task<IReadOnlyList<string>> MissingAsync(string fsrarId, ConnectorRecord list, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var row in CallFields.Rows(list["waybills"]).OfType<ConnectorRecord>())
        {
            if (row.TextOf("wbRegId", "wbRegID") is not { } regId || missing.Contains(regId)) continue;
            if ((await parts.Cards.ListAsync(fsrarId, regId, null, 1, cancellationToken).ConfigureAwait(false)).Count == 0) missing.Add(regId);
        }

        return missing;
    }

    // One list is worked off once: what was asked for since it came is on its way or was refused, and the next list tells.
    private async Task<bool> ResendAsync(EgaisOrganisation owner, string regId, DateTimeOffset since, ExchangeRun run, ExchangeReport told, CancellationToken cancellationToken)
    {
        var key = $"{owner.FsrarId}/{EgaisOperation.QueryResend}/{regId}";
        if (await parts.Records.GetAsync(RecordKinds.Resend, key, cancellationToken).ConfigureAwait(false) is { } before && before.ChangedAt >= since) return false;
        if (!(await parts.Gates.LookAsync(owner.FsrarId, EgaisOperation.QueryResend, regId, cancellationToken).ConfigureAwait(false)).IsOpen) return false;
        await asking.AskAsync(new QuestionCall(owner, EgaisOperation.QueryResend, regId, QuestionExtras.Of(regId)) { Force = true, Told = told }, run, cancellationToken).ConfigureAwait(false);
        await parts.Records.WriteAsync([new RecordChange(RecordKinds.Resend, key, [1]) { Index1 = owner.FsrarId, ExpiresAt = parts.Time.GetUtcNow() + TimeSpan.FromDays(30) }], cancellationToken).ConfigureAwait(false);
        return true;
    }
}
