using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Loads the documents that other participants sent to an organisation, group by group.</summary>
/// <remarks>Reading a period again is harmless: a document is known by its number. How far a list was read moves only after a whole series of its pages.</remarks>
internal sealed class IncomingLoader(ZnakParts parts, IncomingStore store)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly IncomingBody bodies = new(parts.Caller, parts.Plan.Incoming);

    /// <summary>Loads all groups of an organisation. What fails for one group does not stop the others.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="period">The period asked for; null goes on where the last load ended.</param>
    /// <param name="call">How long reads may be repeated, and who asks.</param>
    /// <param name="cancellationToken">Ends the load between documents.</param>
    public async ValueTask<IncomingReport> LoadAsync(ZnakOrganisation organisation, (DateTimeOffset From, DateTimeOffset To)? period, (TimeSpan Patience, string? User) call, CancellationToken cancellationToken)
    {
        var report = new IncomingReport(organisation.Inn);
        foreach (var group in await GroupsAsync(organisation, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await using var lease = await store.TryLeaseAsync(organisation, group, Lease, cancellationToken).ConfigureAwait(false);
                if (lease is null)
                {
                    report.Note($"{group}: загрузка уже идёт (already running)");
                    continue;
                }

                await LoadAsync(organisation, group, period, call, lease, report, cancellationToken).ConfigureAwait(false);
                report.Worked = true;
            }
            catch (ConnectorException failure)
            {
                report.Stop(group, failure.Error);
            }
        }

        return report;
    }

    private async ValueTask LoadAsync(ZnakOrganisation organisation, string group, (DateTimeOffset From, DateTimeOffset To)? period, (TimeSpan Patience, string? User) call, IRecordLease lease, IncomingReport report, CancellationToken cancellationToken)
    {
        await RetryFailedAsync(organisation, group, call, report, cancellationToken).ConfigureAwait(false);
        var (from, to) = period ?? await WindowAsync(organisation, group, cancellationToken).ConfigureAwait(false);
        while (from < to)
        {
            var end = to - from > parts.Plan.Incoming.Window ? from + parts.Plan.Incoming.Window : to;
            var query = new DocumentListQuery(organisation.Inn, group, from, end) { Types = parts.Plan.Incoming.DocumentTypes, PageSize = parts.Plan.Incoming.PageSize, Patience = call.Patience };
            await foreach (var row in new DocumentList(parts.Caller).ReadAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (row is JObject document && row.Flag("input") == true && row.Text("number") is { Length: > 0 }) await TakeAsync(organisation, group, document, call, report, cancellationToken).ConfigureAwait(false);
            }

            // Only a whole series counts, and only where it joins what was read before.
            if (period is null) await store.MarkReadAsync(organisation, group, end, cancellationToken).ConfigureAwait(false);
            if (!await lease.RenewAsync(Lease, cancellationToken).ConfigureAwait(false)) return;
            from = end;
        }
    }

    private async ValueTask<(DateTimeOffset From, DateTimeOffset To)> WindowAsync(ZnakOrganisation organisation, string group, CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var until = await store.ReadUntilAsync(organisation, group, cancellationToken).ConfigureAwait(false);
        return ((until - parts.Plan.Incoming.Overlap) ?? now - parts.Plan.Incoming.First, now);
    }

    private async ValueTask RetryFailedAsync(ZnakOrganisation organisation, string group, (TimeSpan Patience, string? User) call, IncomingReport report, CancellationToken cancellationToken)
    {
        foreach (var failed in await store.ListAsync(organisation, true, null, 1000, cancellationToken).ConfigureAwait(false))
        {
            if (failed.Group == group) await TakeAsync(organisation, group, failed.Row, call, report, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask TakeAsync(ZnakOrganisation organisation, string group, JObject row, (TimeSpan Patience, string? User) call, IncomingReport report, CancellationToken cancellationToken)
    {
        var number = row.Text("number")!;
        report.Listed++;
        var before = await store.FindAsync(organisation, number, cancellationToken).ConfigureAwait(false);
        if (before?.IsSame(row) == true)
        {
            report.Unchanged++;
            return;
        }

        var header = new IncomingHeader(number, row) { Group = group, Version = before?.Version ?? 0 };
        try
        {
            var (body, lines) = await bodies.ReadAsync(organisation, group, number, call.Patience, cancellationToken).ConfigureAwait(false);
            await KeepAsync(organisation, header with { Body = body }, lines, before, call.User, cancellationToken).ConfigureAwait(false);
            if (before is null) report.Added++;
            else report.Changed++;
        }
        catch (ConnectorException failure) when (failure.Error.Code is ConnectorErrorCode.Rejected or ConnectorErrorCode.InvalidResult or ConnectorErrorCode.TooLarge || failure.Error.Reason == ZnakReasons.Unreadable)
        {
            // The fault is this document's: it is kept with it, and the others go on. What concerns all of them leaves.
            report.Fail(number, failure.Error);
            var kept = header with { Failure = failure.Error.Message, Body = before?.Body, Lines = before?.Lines ?? 0, Pages = before?.Pages ?? 0 };
            await parts.Records.WriteAsync([IncomingStore.HeaderChange(organisation, kept)], cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask KeepAsync(ZnakOrganisation organisation, IncomingHeader header, List<JToken> lines, IncomingHeader? before, string? user, CancellationToken cancellationToken)
    {
        var kind = header.Status switch
        {
            "CANCELLED" => FactKind.Reversed,
            _ when DocumentVerdict.VerdictOf(header.Status) == ReplyVerdict.Rejected => FactKind.Rejected,
            _ => FactKind.Received,
        };
        var fact = new DocumentFact(header.Number, DocumentStatuses.IncomingKind, DocumentStatuses.ReceiveOperation, kind) { Organisation = organisation.Inn, Status = header.Status, At = parts.Time.GetUtcNow() };
        return parts.Exchange.TransactAsync(parts.Adapter, [fact], IncomingStore.Changes(organisation, header, lines, before?.Pages ?? 0), [], user, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<string>> GroupsAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        if (organisation.ProductGroups.Count > 0) return organisation.ProductGroups;
        var groups = TokenAnswer.GroupsOf(await parts.Tokens.GetAsync(organisation, TokenKind.TrueApi, cancellationToken).ConfigureAwait(false));
        if (groups.Count > 0) return [.. groups.Select(parts.Plan.Groups.AliasOf)];
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The product groups of {organisation.Inn} are not known: write productGroups into the connector's settings.")
        {
            MessageRu = $"Товарные группы {organisation.Inn} неизвестны: укажите productGroups в настройках коннектора.",
            Reason = "GROUPS_UNKNOWN",
        });
    }
}
