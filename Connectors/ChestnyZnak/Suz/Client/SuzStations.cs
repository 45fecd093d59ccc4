using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The profiles of the settings.</summary>
internal static class SuzStations
{
    public static IReadOnlyList<SuzStation> All(ZnakPlan plan) => [.. plan.Organisations.Select(Of).OfType<SuzStation>()];

    /// <summary>The profile of an organisation; null when it has none.</summary>
    public static SuzStation? Of(ZnakPlan plan, string inn) => plan.Organisations.FirstOrDefault(organisation => organisation.Inn == inn) is { } found ? Of(found) : null;

    /// <summary>The profile of an organisation; without a number that of the only one.</summary>
    /// <exception cref="ConnectorException">It is not in the settings, or has no profile.</exception>
    public static SuzStation Find(ZnakPlan plan, string? inn)
    {
        var organisation = plan.Find(inn);
        return Of(organisation) ?? throw Missing(organisation.Inn);
    }

    public static ConnectorException Missing(string inn) => new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The organisation {inn} has no omsId in the connector's settings, so it has no order station. Write omsId and omsConnection.")
    {
        MessageRu = $"У организации {inn} в настройках нет omsId, работать с СУЗ нельзя. Укажите omsId и omsConnection.",
        Reason = "SUZ_NOT_CONFIGURED",
    });

    private static SuzStation? Of(ZnakOrganisation organisation) => organisation.OmsId is { Length: > 0 } omsId ? new SuzStation(organisation.Inn, omsId.ToLowerInvariant()) : null;
}
