using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The exchange settings of organisations as records.</summary>
internal static class SettingRecords
{
    public static ConnectorRecord Of(EgaisOrganisation organisation) => new()
    {
        { "fsrarId", organisation.FsrarId },
        { "host", organisation.Host },
        { "port", (long)organisation.Port },
        { "timeoutSeconds", (long)organisation.Timeout.TotalSeconds },
        { "loadIncoming", organisation.LoadIncoming },
        { "mode", organisation.Mode.ToString() },
        { "formatVersion", organisation.Format.ToString() },
        { "scheduleSeconds", organisation.Schedule is { } schedule ? (long)schedule.TotalSeconds : null },
        { "exclusive", organisation.Exclusive },
    };

    public static ConnectorRecord ByOrganisation(IEnumerable<EgaisOrganisation> organisations) =>
        new(organisations.Select(organisation => KeyValuePair.Create(organisation.FsrarId, (object?)Of(organisation))));
}
