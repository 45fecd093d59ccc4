namespace Connectors.ChestnyZnak;

/// <summary>Asks the hosts of the permissive mode, the quickest first, until one answers.</summary>
internal sealed class CdnCheck(PermissiveRules rules, SaleLinks links, CdnHosts hosts, PermissiveKeys keys, TimeProvider time) : ISaleCheck
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(40);

    public SaleProvider Provider => SaleProvider.Cdn;

    public async ValueTask<SaleOutcome> CheckAsync(SaleRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var organisation = request.Store.Organisation;
        if (await keys.FindAsync(organisation, cancellationToken).ConfigureAwait(false) is not { } key) return SaleOutcome.None("NO_KEY");
        if (await hosts.FindAsync(organisation, limit, cancellationToken).ConfigureAwait(false) is not { } ring) return SaleOutcome.None("NO_HOSTS");
        var left = request.Codes;
        var answers = new List<SaleAnswer>();
        var failure = "HOSTS_SET_ASIDE";
        var usable = ring.Usable();
        for (var at = 0; at < usable.Count && left.Count > 0; at++)
        {
            var rest = limit - time.GetElapsedTime(started);
            if (rest < Least) return new SaleOutcome(answers, at == 0 ? "NO_TIME" : failure);
            var patience = at < usable.Count - 1 && rules.HostLimit < rest ? rules.HostLimit : rest;
            var reply = await AskAsync(usable[at], key, request with { Codes = left }, patience, cancellationToken).ConfigureAwait(false);
            var answer = Read(reply, left);
            if (answer is not null)
            {
                answers.Add(answer);
                left = answer.Codes.Count == left.Count ? [] : [.. left.Except(answer.Codes)];
            }

            if (left.Count == 0) ring.Worked(usable[at]);
            else if (!GoOn(reply, ring, usable[at], organisation, key)) return new SaleOutcome(answers, reply.Word);
            failure = reply.IsOk ? "ANSWER_INCOMPLETE" : reply.Word;
        }

        return new SaleOutcome(answers, left.Count == 0 ? null : failure);
    }

    private Task<LinkAnswer> AskAsync(Uri host, string key, SaleRequest request, TimeSpan patience, CancellationToken cancellationToken) =>
        links.AskHostAsync(request.Store.Organisation.Contour, host, SaleRequests.Post("/api/v4/true-api/codes/check", SaleRequests.OfHost(request.Codes, request.FiscalDrive), patience, ("X-API-KEY", key)), cancellationToken);

    private static SaleAnswer? Read(LinkAnswer reply, IReadOnlyList<SaleCode> asked) => reply.Status switch
    {
        203 => new SaleAnswer(SaleProvider.Cdn, SaleAnswerKind.Emergency) { Codes = asked },
        200 => ReadBody(reply, asked),
        _ => null,
    };

    private static SaleAnswer? ReadBody(LinkAnswer reply, IReadOnlyList<SaleCode> asked)
    {
        using var answer = AnswerFields.Parse(reply.Body);
        return answer is null ? null : SaleAnswerReader.Read(SaleProvider.Cdn, answer.RootElement, asked);
    }

    // Whether another host may do better.
    private bool GoOn(LinkAnswer reply, HostRing ring, Uri host, ZnakOrganisation organisation, string key)
    {
        switch (reply.Status)
        {
            case 401:
                // All hosts take the same key. It is renewed behind this sale, not within it.
                keys.Refused(organisation, key);
                return false;
            case 404 or 410:
                ring.Failed(host);
                hosts.RefreshSoon(organisation);
                return true;
            case >= 400 and < 500 and not 408 and not 429:
                return false;
            default:
                ring.Failed(host);
                return true;
        }
    }
}
