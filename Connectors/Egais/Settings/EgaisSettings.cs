namespace Connectors.Egais;

/// <summary>The settings of a connector to ЕГАИС: the places of business with their UTM, limits, and what is asked how often.</summary>
public sealed class EgaisSettings
{
    /// <summary>The places of business this server works for; at least one.</summary>
    public IList<EgaisOrganisationSettings> Organisations { get; } = [];

    /// <summary>Time limits, sizes and waits.</summary>
    public EgaisLimitSettings Limits { get; set; } = new();

    /// <summary>How often the registry is asked, and how long an answer is waited for.</summary>
    public EgaisQuerySettings Queries { get; set; } = new();

    /// <summary>How often the jobs of an exchange look, and what housekeeping removes.</summary>
    public EgaisRhythmSettings Rhythm { get; set; } = new();

    /// <summary>How documents and cheques are written where programs differ.</summary>
    public EgaisFormatSettings Formats { get; set; } = new();

    /// <summary>Whether the goods of an incoming waybill are checked before its receipt may be confirmed; <c>EgaisExchange.PerformCheck</c> tells that they were.</summary>
    public bool CheckIncoming { get; set; }

    /// <summary>The time zone of the registry's local times, such as <c>Europe/Moscow</c>; empty for the server's own.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Hosts that <c>UtmAdmin.TestConnection</c> may try beside those of the organisations, as <c>host</c> or <c>host:port</c>; also numbers that a host's name may stand for.</summary>
    public IList<string> AllowedHosts { get; } = [];
}
