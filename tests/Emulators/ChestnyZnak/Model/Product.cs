namespace Emulators.ChestnyZnak;

/// <summary>A product card.</summary>
public sealed record Product
{
    /// <summary>GTIN, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>Group by its alias.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>Whose card it is.</summary>
    public required string Inn { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Товар";

    /// <summary>Its brand.</summary>
    public string Brand { get; init; } = "Бренд";

    /// <summary>The template of its codes.</summary>
    public int TemplateId { get; init; }

    /// <summary>Ten digits of the customs nomenclature.</summary>
    public string TnVed { get; init; } = "0401209101";

    /// <summary>UNIT, GROUP or BUNDLE.</summary>
    public string PackageType { get; init; } = "UNIT";

    /// <summary>Units inside, for goods sold in parts.</summary>
    public int? InnerUnitCount { get; init; }

    /// <summary>Maximum retail price in kopecks.</summary>
    public long? MaxPrice { get; init; }

    /// <summary>Statutory minimum price in kopecks.</summary>
    public long? MinPrice { get; init; }

    /// <summary>Orders of it are declined, with this reason.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>The card is not ready for circulation: lists leave it out.</summary>
    public bool NotReady { get; init; }
}
