using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Removes what nobody waits for any more: scans of waybills that ended long ago, and from the boxes of exclusive UTMs what belongs to nobody.</summary>
internal sealed class HousekeepingMethods(EgaisParts parts) : Connector
{
    [ConnectorMethod("CleanBoxes", Class = EgaisRooms.Exchange, Aliases = ["ОчиститьУТМ"], TimeLimit = "00:05:00", Description = "For a job: removes the scans of waybills that ended 90 days ago; archives and removes old tickets of unknown requests, answers that are not ours and histories of unknown waybills; only with rhythm.housekeeping, and only where this server is the only reader.")]
    public async Task<ConnectorRecord> CleanBoxesAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null)
    {
        await new ScanCleaning(parts.Records, parts.Exchange, parts.Time, new ScanRules()).RunAsync(cancellationToken).ConfigureAwait(false);
        var report = new ExchangeReport();
        var served = OrganisationList.Of(parts.Plan, organisations, report).Where(one => one is { Exclusive: true, Mode: ExchangeMode.Server }).Select(one => one.FsrarId).ToList();
        if (!parts.Plan.Rhythm.Housekeeping || served.Count == 0)
        {
            report.Warn("Очистка не выполнена: включите rhythm.housekeeping и exclusive у организаций этого сервера.");
            return report.ToRecord();
        }

        foreach (var fsrarId in served.ToList())
        {
            try
            {
                await parts.Owners.CheckAsync(parts.Plan.Find(fsrarId), cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectorException away)
            {
                // Nothing can be removed there; what is archived now would be gone without having been deleted.
                served.Remove(fsrarId);
                report.Refuse(fsrarId, away.Error);
            }
        }

        if (served.Count == 0) return report.ThrowIfNothingWorked().ToRecord();
        var run = CallRun.Of(args, parts.Plan.Limits.RunTime) with { Organisations = served, Part = ExchangePart.Receiving, OneStep = true };
        report.Add(await parts.Exchange.RunAsync(new OldItems(parts.Adapter, parts.Exchange, parts.Plan.Rhythm, parts.Time), run, cancellationToken).ConfigureAwait(false));
        return report.ThrowIfNothingWorked().ToRecord();
    }
}
