using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Looks how a UTM is. Reads only. Thread-safe.</summary>
internal sealed class UtmHealthCheck(EgaisPlan plan, UtmClient utm, ILogger logger, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, UtmVerdict> last = new(StringComparer.Ordinal);

    /// <summary>Looks, and tells the log when the verdict changed since the last look.</summary>
    public async ValueTask<UtmHealth> CheckAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var health = await LookAsync(organisation, cancellationToken).ConfigureAwait(false);
        Tell(organisation, health);
        return health;
    }

    /// <summary>Looks, with the counts of both boxes.</summary>
    public async ValueTask<UtmHealth> CountAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var health = await CheckAsync(organisation, cancellationToken).ConfigureAwait(false);
        if (health.Verdict is UtmVerdict.Offline or UtmVerdict.WrongKey) return health;
        try
        {
            var types = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            await foreach (var entry in utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false)) types[entry.Type] = types.GetValueOrDefault(entry.Type) + 1;
            var waiting = await utm.InboxAsync(organisation, cancellationToken).ConfigureAwait(false);
            var all = types.Values.Sum();
            return health with { OutBox = types, InBox = waiting.Count, Warnings = all > plan.Limits.Backlog ? [.. health.Warnings, HealthErrors.Backlog(UtmClient.TargetOf(organisation), all)] : health.Warnings };
        }
        catch (ConnectorException failure)
        {
            return health with { Warnings = [.. health.Warnings, failure.Error] };
        }
    }

    private async ValueTask<UtmHealth> LookAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        UtmAnswer answer;
        try
        {
            answer = await utm.PageAsync(organisation, UtmPaths.Info, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            return new UtmHealth(organisation, UtmVerdict.Offline) { Error = failure.Error };
        }

        var info = answer.IsOk ? UtmInfo.Read(answer.Body) : null;
        if (answer.Status >= 500) return new UtmHealth(organisation, UtmVerdict.Offline) { Error = UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)) };
        var owner = info?.OwnerId ?? info?.DatabaseOwnerId ?? await DiagnosedAsync(organisation, cancellationToken).ConfigureAwait(false);
        var found = new UtmHealth(organisation, UtmVerdict.Ok) { Info = info, Owner = owner };
        if (ErrorOf(organisation, answer.Target, info, owner) is { } error) return found with { Verdict = UtmVerdict.WrongKey, Error = error };
        if (info is not null && Certificates(found, info, answer.Target) is { } certificates) return certificates;
        return await ChequesAsync(found, answer.Target, cancellationToken).ConfigureAwait(false);
    }

    private static ConnectorError? ErrorOf(EgaisOrganisation organisation, string target, UtmInfo? info, string? owner)
    {
        if (info is not null && UtmOwners.WrongOwner(organisation, info) is { } other) return UtmErrors.WrongOwner(target, organisation.FsrarId, other);
        if (owner is not null && owner != organisation.FsrarId) return UtmErrors.WrongOwner(target, organisation.FsrarId, owner);
        return info?.RsaError is { } text ? UtmErrors.Key(target, text) : null;
    }

    private UtmHealth? Certificates(UtmHealth found, UtmInfo info, string target)
    {
        var now = time.GetUtcNow();
        var certificates = new[] { ("RSA", info.Rsa), ("GOST", info.Gost) }.Where(pair => pair.Item2 is not null).Select(pair => (Name: pair.Item1, Certificate: pair.Item2!)).ToList();
        foreach (var (name, certificate) in certificates)
        {
            if (certificate.To <= now || certificate.IsValid == false) return found with { Verdict = UtmVerdict.CertificateExpired, Error = HealthErrors.Expired(target, name, certificate.To) };
        }

        foreach (var (name, certificate) in certificates)
        {
            if (certificate.To - now < plan.Limits.CertificateWarning) return found with { Verdict = UtmVerdict.CertificateExpiring, Error = HealthErrors.Expiring(target, name, certificate.To!.Value) };
        }

        return null;
    }

    private async ValueTask<UtmHealth> ChequesAsync(UtmHealth found, string target, CancellationToken cancellationToken)
    {
        if (await TryPageAsync(found.Organisation, UtmPaths.Home, cancellationToken).ConfigureAwait(false) is not { } home || HomePage.UnsentSince(home.Body) is not { } since) return found;
        var stuck = plan.LocalNow(time) - since > plan.Limits.ChequeWarning;
        return found with { ChequesSince = since, Verdict = stuck ? UtmVerdict.ChequesStuck : UtmVerdict.Ok, Error = stuck ? HealthErrors.Cheques(target, since) : null };
    }

    private async ValueTask<string?> DiagnosedAsync(EgaisOrganisation organisation, CancellationToken cancellationToken) =>
        await TryPageAsync(organisation, UtmPaths.Diagnosis, cancellationToken).ConfigureAwait(false) is { IsXml: true } answer ? UtmOwners.OwnerIn(answer.Body) : null;

    private async ValueTask<UtmAnswer?> TryPageAsync(EgaisOrganisation organisation, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await utm.PageAsync(organisation, path, cancellationToken).ConfigureAwait(false) is { IsOk: true } answer ? answer : null;
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    private void Tell(EgaisOrganisation organisation, UtmHealth health)
    {
        var before = last.TryGetValue(organisation.FsrarId, out var told) ? told : UtmVerdict.Ok;
        last[organisation.FsrarId] = health.Verdict;
        if (before == health.Verdict) return;
        var target = UtmClient.TargetOf(organisation);
        if (health.Verdict == UtmVerdict.Ok) UtmLog.VerdictBetter(logger, target, organisation.FsrarId, before, health.Verdict);
        else UtmLog.VerdictWorse(logger, target, organisation.FsrarId, before, health.Verdict, health.Error?.Message ?? "");
    }
}
