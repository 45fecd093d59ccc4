namespace Connectors.ChestnyZnak;

/// <summary>How codes are ordered, fetched and reported at the order station (СУЗ).</summary>
public sealed class SuzSettings
{
    /// <summary>The most codes asked for at a time, 1 to 150 000. 10 000.</summary>
    public int Batch { get; set; } = 10_000;

    /// <summary>The last portion of an order is taken separately and at most this large, for the station may close the order with it. 100.</summary>
    public int LastPortion { get; set; } = 100;

    /// <summary>How long after a lost answer the request is taken to have had no effect, when nothing shows otherwise, as <c>hh:mm:ss</c>. Two minutes.</summary>
    public string WaitingTime { get; set; } = "00:02:00";

    /// <summary>How long codes that the station counts but does not show are waited for before a person is called, as <c>hh:mm:ss</c>. 30 minutes.</summary>
    public string MissingTime { get; set; } = "00:30:00";

    /// <summary>How long one run may go on beginning things, as <c>hh:mm:ss</c>. Five minutes.</summary>
    public string Budget { get; set; } = "00:05:00";

    /// <summary>How long before the end of its codes an order is warned of, in days. 7.</summary>
    public int ExpiryWarningDays { get; set; } = 7;

    /// <summary>Who closes an order: <c>never</c>, <c>whenAllReceived</c> or <c>manual</c>. <c>whenAllReceived</c>.</summary>
    public string ClosePolicy { get; set; } = "whenAllReceived";

    /// <summary>How long the fetching lock of a profile is kept without a sign of life, as <c>hh:mm:ss</c>; longer than <c>limits.codes</c>. Four minutes.</summary>
    public string LockTime { get; set; } = "00:04:00";

    /// <summary>How long codes that are handed out are kept at hand and stored again and again while the database refuses them, as <c>hh:mm:ss</c>. One minute.</summary>
    public string StoreTime { get; set; } = "00:01:00";

    /// <summary>How long an order or report whose sending had no answer is looked for before a person is called, as <c>hh:mm:ss</c>. 30 minutes.</summary>
    public string SearchTime { get; set; } = "00:30:00";

    /// <summary>Whether orders, reports and closings are signed. On; off lets them wait at the station for a signature there.</summary>
    public bool Sign { get; set; } = true;

    /// <summary>The product groups whose requests are never signed. Pharma.</summary>
    public IList<string> UnsignedGroups { get; } = [];

    /// <summary>The attributes of orders and reports by group, such as <c>milk</c>; a group that is not named takes any.</summary>
    public IDictionary<string, SuzGroupSettings> Attributes { get; } = new Dictionary<string, SuzGroupSettings>(StringComparer.OrdinalIgnoreCase);
}
