namespace Emulators.ChestnyZnak;

/// <summary>A market participant.</summary>
public sealed record Organisation
{
    /// <summary>ИНН, 10 or 12 digits.</summary>
    public required string Inn { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "ООО «Ромашка»";

    /// <summary>Groups it is registered in.</summary>
    public IReadOnlyList<string> ProductGroups { get; init; } = ["milk", "water", "lp", "shoes", "tobacco", "beer"];

    /// <summary>Its profile in the order station.</summary>
    public required string OmsId { get; init; }

    /// <summary>Its registered integration installation.</summary>
    public required string OmsConnection { get; init; }
}
