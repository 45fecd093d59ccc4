using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The settings of the exchange, for workplaces that carry a part of it out.</summary>
internal sealed class SettingMethods(EgaisParts parts) : Connector
{
    [ConnectorMethod("GetExchangeSettings", Class = EgaisRooms.Exchange, Aliases = ["НастройкиОбменаЕГАИС"], Safety = MethodSafety.Safe, Description = "Which UTMs this server serves and which a workplace does, as the workplace sees them; with the times of the last runs only those of workplaces that are due.")]
    public ConnectorRecord GetExchangeSettings(
        [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null, [ConnectorParameter("lastRunDates", Aliases = ["ДатыПоследнегоЗапуска"])] object? lastRunDates = null,
        [ConnectorParameter("workplace", Aliases = ["РабочееМесто"])] string? workplace = null)
    {
        var (known, unknown) = OrganisationList.Split(parts.Plan with { Organisations = parts.Plan.For(workplace) }, organisations);
        var client = known.Where(one => one.Mode == ExchangeMode.Client).ToList();
        var now = parts.Time.GetUtcNow();
        var due = lastRunDates is null ? client : client.FindAll(one => ScheduleDue.Is(one, CallFields.Record(lastRunDates, "lastRunDates"), now));
        return new ConnectorRecord
        {
            { "onServer", SettingRecords.ByOrganisation(lastRunDates is null ? known.Where(one => one.Mode == ExchangeMode.Server) : []) },
            { "onClient", SettingRecords.ByOrganisation(due) },
            { "withoutSettings", unknown.ToList<object?>() },
            { "notDue", client.Except(due).Select(one => one.FsrarId).ToList<object?>() },
        };
    }
}
