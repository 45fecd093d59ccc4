using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>The settings of a connector to Chestny ZNAK (ГИС МТ): organisations, addresses of both contours, limits.</summary>
public sealed partial class ZnakSettings
{
    /// <summary>The organisations this server works for; at least one.</summary>
    public IList<ZnakOrganisationSettings> Organisations { get; } = [];

    /// <summary>The addresses of the production contour.</summary>
    public ZnakAddressSettings Production { get; set; } = new() { TrueApi = "https://markirovka.crpt.ru", Suz = "https://suzgrid.crpt.ru", Cdn = "https://cdn.crpt.ru" };

    /// <summary>The addresses of the sandbox (демо-контур).</summary>
    public ZnakAddressSettings Sandbox { get; set; } = new() { TrueApi = "https://markirovka.sandbox.crptech.ru", Suz = "https://suz.sandbox.crptech.ru", Cdn = "https://markirovka.sandbox.crptech.ru" };

    /// <summary>Time limits, repeats and rates.</summary>
    public ZnakLimitSettings Limits { get; set; } = new();

    /// <summary>How outgoing documents are checked, split, asked for and looked for.</summary>
    public ZnakDocumentSettings Documents { get; set; } = new();

    /// <summary>How incoming documents are loaded.</summary>
    public ZnakIncomingSettings Incoming { get; set; } = new();

    /// <summary>Whether the united token (a UUID in place of a JWT) is asked for at sign-in.</summary>
    public bool UnitedToken { get; set; }

    /// <summary>Numbers of product groups by alias, added to the known ones or put in their place.</summary>
    public IDictionary<string, int> ProductGroups { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The largest answer taken as a whole, in bytes after decompression; 64 MB: a document may hold 36 000 codes a page.</summary>
    public long MaxResponseBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Hosts that may be reached beside the addresses above, as <c>host</c> or <c>host:port</c>.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Certificates of https.</summary>
    public TlsSettings Tls { get; set; } = new();

    /// <summary>The proxy between here and Chestny ZNAK.</summary>
    public ProxySettings Proxy { get; set; } = new();
}
