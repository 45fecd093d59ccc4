namespace Connectors.ChestnyZnak;

/// <summary>How codes are checked before a sale (разрешительный режим): stores, time limits, and what is decided when nobody can tell.</summary>
public sealed class PermissiveSettings
{
    /// <summary>The stores and what stands in them; without any, each organisation is one store that asks the hosts of the permissive mode.</summary>
    public IList<SaleStoreSettings> Stores { get; } = [];

    /// <summary>The limit of a check's network part, from the call to the verdict, as <c>hh:mm:ss</c>. 1.5 seconds, as the decree wants it.</summary>
    public string Budget { get; set; } = "00:00:01.5";

    /// <summary>How long one host is waited for while another one could be asked instead. 0.5 seconds; the last one gets what is left.</summary>
    public string HostLimit { get; set; } = "00:00:00.5";

    /// <summary>What of the budget is kept for each provider that comes after the one being asked. 0.35 seconds.</summary>
    public string Reserve { get; set; } = "00:00:00.35";

    /// <summary>The verdict when nobody answered: <c>ask</c>, <c>sell</c> or <c>doNotSell</c>. <c>ask</c>.</summary>
    public string OnNoAnswer { get; set; } = "ask";

    /// <summary>The verdict when codes of other countries cannot be checked (code 5000): <c>sell</c>, <c>ask</c> or <c>doNotSell</c>. <c>sell</c>.</summary>
    public string OnCrossBorderUnavailable { get; set; } = "sell";

    /// <summary>The verdict for the grey zone where a group has no own one: <c>doNotSell</c>, <c>ask</c> or <c>sell</c>. <c>doNotSell</c>.</summary>
    public string OnGrayZone { get; set; } = "doNotSell";

    /// <summary>The verdict for the grey zone by product group (alias or number).</summary>
    public IDictionary<string, string> GrayZone { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Product groups (alias or number) whose codes are sold although their signature could not be verified. None.</summary>
    public IList<string> UnverifiedGroups { get; } = [];

    /// <summary>The least age of the list of hosts before the job fetches it again. 6 hours; the moment is random up to <see cref="RefreshLatest"/>.</summary>
    public string RefreshEarliest { get; set; } = "06:00:00";

    /// <summary>The greatest age of the list of hosts. 7 hours.</summary>
    public string RefreshLatest { get; set; } = "07:00:00";

    /// <summary>The limit of asking a host, a local module or a local service how it is. 2 seconds.</summary>
    public string HealthLimit { get; set; } = "00:00:02";

    /// <summary>How long a host that fails is not asked. 15 minutes.</summary>
    public string AsideTime { get; set; } = "00:15:00";

    /// <summary>After how many failed checks in a row a host is set aside. 3.</summary>
    public int FailuresToSetAside { get; set; } = 3;

    /// <summary>How long the answer of a local module about its state is believed. One minute.</summary>
    public string StateLife { get; set; } = "00:01:00";

    /// <summary>Domains whose hosts the list may name; hosts of the root itself and of <c>allowedHosts</c> may be named always. <c>crpt.ru</c> and <c>crptech.ru</c>.</summary>
    public IList<string> HostDomains { get; } = [];

    /// <summary>How long the journal of sales that nobody checked is kept, in days. 365.</summary>
    public int JournalDays { get; set; } = 365;
}
