namespace Connectors.Egais;

/// <summary>One place of business (FSRAR ID) and its UTM.</summary>
public sealed class EgaisOrganisationSettings
{
    /// <summary>The FSRAR ID, usually 12 digits. Required, once in the list.</summary>
    public string FsrarId { get; set; } = "";

    /// <summary>Who talks with the UTM: <c>server</c>, or <c>client</c> for a workplace beside it.</summary>
    public string Mode { get; set; } = "server";

    /// <summary>The host of the UTM. Prefer a number: <c>localhost</c> may cost seconds.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The port of the UTM.</summary>
    public int Port { get; set; } = 8080;

    /// <summary>The limit of one request as <c>hh:mm:ss</c>; listing its box may take double.</summary>
    public string Timeout { get; set; } = "00:01:00";

    /// <summary>Whether everything that arrives is loaded; off: only answers to what this server sent.</summary>
    public bool LoadIncoming { get; set; } = true;

    /// <summary>The generation of formats that is sent: <c>V4</c> or <c>V3</c>.</summary>
    public string FormatVersion { get; set; } = "V4";

    /// <summary>Whether nobody else reads this UTM. Off: nothing is removed from it, because the customer's own 1C may not have read it yet.</summary>
    public bool Exclusive { get; set; }

    /// <summary>How often a workplace exchanges, as <c>hh:mm:ss</c>; empty for never by schedule.</summary>
    public string Schedule { get; set; } = "";

    /// <summary>Whether it takes part in the exchange.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What differs at single workplaces, by the workplace's name.</summary>
    public IDictionary<string, EgaisWorkplaceSettings> Workplaces { get; } = new Dictionary<string, EgaisWorkplaceSettings>(StringComparer.OrdinalIgnoreCase);
}
