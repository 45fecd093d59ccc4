using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Sees to it that a UTM belongs to the organisation it is configured for: its documents would else be sent by another place of business. Thread-safe.</summary>
internal sealed class UtmOwners(EgaisPlan plan, UtmClient utm, ILogger logger, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string FsrarId, string Target), (UtmIdentity Identity, DateTimeOffset At)> known = new();

    /// <summary>What is known of a UTM; asked for when the last answer is older than the limit.</summary>
    /// <exception cref="ConnectorException">It belongs to somebody else, cannot use its key, or does not answer.</exception>
    public async ValueTask<UtmIdentity> EnsureAsync(EgaisOrganisation organisation, CancellationToken cancellationToken) =>
        known.TryGetValue(KeyOf(organisation), out var last) && time.GetUtcNow() - last.At < plan.Limits.OwnerCheck && time.GetUtcNow() >= last.At
            ? last.Identity
            : await CheckAsync(organisation, cancellationToken).ConfigureAwait(false);

    /// <summary>Asks the UTM now.</summary>
    /// <exception cref="ConnectorException">It belongs to somebody else, cannot use its key, or does not answer.</exception>
    public async ValueTask<UtmIdentity> CheckAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var key = KeyOf(organisation);
        try
        {
            var identity = await AskAsync(organisation, cancellationToken).ConfigureAwait(false);
            known[key] = (identity, time.GetUtcNow());
            return identity;
        }
        catch (ConnectorException)
        {
            known.TryRemove(key, out _);
            throw;
        }
    }

    private static (string FsrarId, string Target) KeyOf(EgaisOrganisation organisation) => (organisation.FsrarId, UtmClient.TargetOf(organisation));

    private async ValueTask<UtmIdentity> AskAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var answer = await utm.PageAsync(organisation, UtmPaths.Info, cancellationToken).ConfigureAwait(false);
        if (answer.Status >= 500) throw new ConnectorException(UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)));
        if (answer.IsOk && UtmInfo.Read(answer.Body) is { } info)
        {
            Refuse(organisation, answer.Target, info);
            if ((info.OwnerId ?? info.DatabaseOwnerId) is { } owner) return new UtmIdentity(owner, UtmIdentity.EpochOf(info.DatabaseCreated)) { Version = info.Version };
            return new UtmIdentity(await DiagnosedAsync(organisation, cancellationToken).ConfigureAwait(false), UtmIdentity.EpochOf(info.DatabaseCreated)) { Version = info.Version };
        }

        return new UtmIdentity(await DiagnosedAsync(organisation, cancellationToken).ConfigureAwait(false), "");
    }

    /// <summary>Refuses a UTM whose information says that it is not the organisation's, or that its key does not work.</summary>
    private static void Refuse(EgaisOrganisation organisation, string target, UtmInfo info)
    {
        if (WrongOwner(organisation, info) is { } other) throw new ConnectorException(UtmErrors.WrongOwner(target, organisation.FsrarId, other));
        if (info.RsaError is { } error) throw new ConnectorException(UtmErrors.Key(target, error));
    }

    internal static string? WrongOwner(EgaisOrganisation organisation, UtmInfo info) =>
        new[] { info.OwnerId, info.DatabaseOwnerId }.FirstOrDefault(owner => owner is not null && owner != organisation.FsrarId);

    // Older UTM have no other page that tells.
    private async ValueTask<string?> DiagnosedAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var answer = await utm.PageAsync(organisation, UtmPaths.Diagnosis, cancellationToken).ConfigureAwait(false);
        if (answer.Status >= 500) throw new ConnectorException(UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)));
        var owner = answer is { IsOk: true, IsXml: true } ? OwnerIn(answer.Body) : null;
        if (owner is null) UtmLog.OwnerUnknown(logger, answer.Target, organisation.FsrarId);
        else if (owner != organisation.FsrarId) throw new ConnectorException(UtmErrors.WrongOwner(answer.Target, organisation.FsrarId, owner));
        return owner;
    }

    internal static string? OwnerIn(byte[] diagnosis)
    {
        try
        {
            using var stream = new MemoryStream(diagnosis, writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Descendants().FirstOrDefault(element => element.Name.LocalName == "CN")?.Value.Trim() is { Length: > 0 } owner ? owner : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
