namespace Emulators.ChestnyZnak;

/// <summary>A code in the register.</summary>
public sealed record MarkedCode
{
    /// <summary>КИ, the code without its check part.</summary>
    public required string Cis { get; init; }

    /// <summary>The code as printed; null for transport codes.</summary>
    public string? Full { get; init; }

    /// <summary>GTIN, empty for transport codes.</summary>
    public string Gtin { get; init; } = "";

    /// <summary>Group by its alias.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>Whose it is.</summary>
    public required string OwnerInn { get; init; }

    /// <summary>Who made it.</summary>
    public string ProducerInn { get; init; } = "";

    /// <summary>EMITTED, APPLIED, INTRODUCED, RETIRED …</summary>
    public string Status { get; init; } = "EMITTED";

    /// <summary>Special state.</summary>
    public string StatusEx { get; init; } = "EMPTY";

    /// <summary>UNIT, GROUP, SET, BOX …</summary>
    public string PackageType { get; init; } = "UNIT";

    /// <summary>The pack it lies in.</summary>
    public string? Parent { get; init; }

    /// <summary>The order it came from.</summary>
    public string? OrderId { get; init; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset Emitted { get; init; }

    /// <summary>When it was put on the goods.</summary>
    public DateTimeOffset? Applied { get; init; }

    /// <summary>When it came into circulation.</summary>
    public DateTimeOffset? Introduced { get; init; }

    /// <summary>Until when it may be sold.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawReason { get; init; }

    /// <summary>Bodies that forbid its sale.</summary>
    public IReadOnlyList<string> BlockedBy { get; init; } = [];

    /// <summary>Tobacco grey zone.</summary>
    public bool GrayZone { get; init; }

    /// <summary>Units already sold, for goods sold in parts.</summary>
    public int? SoldUnitCount { get; init; }

    /// <summary>The crypto signature is wrong.</summary>
    public bool BadSignature { get; init; }

    /// <summary>The check's own error number, 1 to 10, whatever the code says.</summary>
    public int? CheckError { get; init; }

    /// <summary>The number cises/info gives for it: 504, 401, 701.</summary>
    public string? InfoError { get; init; }

    /// <summary>Its owner has not consented to being asked about it.</summary>
    public bool WithoutConsent { get; init; }

    /// <summary>What happened to it, newest last.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>It lies in circulation.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool InCirculation => Status == "INTRODUCED";

    /// <summary>It was withdrawn.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Withdrawn => Status is "RETIRED" or "WITHDRAWN" or "WRITTEN_OFF";
}
