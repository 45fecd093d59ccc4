using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Removes documents from UTMs: never before their content is kept here.</summary>
internal sealed class BoxRemoval(EgaisParts parts, BoxItems box)
{
    public async Task<ConnectorRecord> RunAsync(IReadOnlyList<ConnectorRecord> documents, bool force, string? user, CancellationToken cancellationToken)
    {
        var report = new ExchangeReport();
        var left = new List<object?>();
        var deleted = new List<object?>();
        var errors = new List<ConnectorError>();
        foreach (var group in documents.GroupBy(one => one.TextOf("fsrarId", "organisation") ?? ""))
        {
            if (OrganisationList.Of(parts.Plan, group.Key, report) is not [var organisation] || group.Key.Length == 0) continue;
            if (organisation.Mode == ExchangeMode.Client)
            {
                report.Clients = [.. report.Clients, organisation];
                await NoteAsync(organisation, [.. group], user, left, deleted, cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (var path in group.Select(PathOf).Distinct())
            {
                var error = await TryRemoveAsync(organisation, path, force, user, cancellationToken).ConfigureAwait(false);
                if (error is null) deleted.Add(new ConnectorRecord { { "fsrarId", organisation.FsrarId }, { "url", path } });
                else errors.Add(error);
            }
        }

        if (deleted.Count == 0 && left.Count == 0 && errors.Count > 0) throw new ConnectorException(errors[0] with { Offenders = [.. errors.Select(error => error.Message)] });
        return new ConnectorRecord
        {
            { "leftForClient", left }, { "clientSettings", SettingRecords.ByOrganisation(report.Clients) }, { "deleted", deleted },
            { "errorText", string.Join("\n", errors.Select(ChangeRecords.TextOf).Concat(report.Texts)) }, { "errorCode", errors.FirstOrDefault()?.Reason ?? "" },
        };
    }

    // What a workplace removed is noted; the rest it still has to remove.
    private async Task NoteAsync(EgaisOrganisation organisation, IReadOnlyList<ConnectorRecord> documents, string? user, List<object?> left, List<object?> deleted, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        foreach (var document in documents)
        {
            var path = PathOf(document);
            var isGone = document.ValueOf("deleted") is { } flag && ConnectorValues.TryConvert(flag, typeof(bool), out var done) && done is true;
            (isGone ? deleted : left).Add(new ConnectorRecord { { "fsrarId", organisation.FsrarId }, { "url", path } });
            if (isGone && await box.FindAsync(organisation.FsrarId, IncomingXml.EpochOf(document), path, cancellationToken).ConfigureAwait(false) is { } item) gone.Add(item.Item.RemoteId);
        }

        if (gone.Count > 0) await parts.Exchange.AcknowledgedAsync(organisation.FsrarId, gone, user, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConnectorError?> TryRemoveAsync(EgaisOrganisation organisation, string path, bool force, string? user, CancellationToken cancellationToken)
    {
        try
        {
            if (!organisation.Exclusive) return CallErrors.NotExclusive(organisation.FsrarId);
            if (!UtmEntry.IsOfOutBox(path)) return CallErrors.ParameterNotAllowed($"'{path}' is no document of an out-box: /opt/out/Type/number.", $"«{path}» — не документ исходящего ящика УТМ: /opt/out/Тип/номер.");
            // Asked now, not remembered: between two calls the token or the database may have been changed.
            var identity = await parts.Owners.CheckAsync(organisation, cancellationToken).ConfigureAwait(false);
            var item = await box.FindAsync(organisation.FsrarId, identity.Epoch, path, cancellationToken).ConfigureAwait(false);
            if (item?.Stage != IncomingStage.Handled)
            {
                if (!force) return CallErrors.IsNotSaved(organisation.FsrarId, path);
                await ArchiveAsync(organisation, path, item, cancellationToken).ConfigureAwait(false);
            }

            await parts.Utm.DeleteAsync(organisation, path, cancellationToken).ConfigureAwait(false);
            if (item is not null) await parts.Exchange.AcknowledgedAsync(organisation.FsrarId, [item.Item.RemoteId], user, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure.Error;
        }
    }

    private static string PathOf(ConnectorRecord document) => IncomingXml.PathOf(document.TextOf("url", "path", "Адрес") ?? "");

    private async Task ArchiveAsync(EgaisOrganisation organisation, string path, StoredIncoming? item, CancellationToken cancellationToken)
    {
        var xml = item is { Payload.Length: > 0 } ? item.Payload : await parts.Utm.FetchAsync(organisation, path, cancellationToken).ConfigureAwait(false);
        var key = $"{organisation.FsrarId}{path}/{parts.Time.GetUtcNow().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";
        await parts.Records.WriteAsync([new RecordChange(RecordKinds.Archive, key, xml) { Index1 = organisation.FsrarId, Index2 = path }], cancellationToken).ConfigureAwait(false);
    }
}
