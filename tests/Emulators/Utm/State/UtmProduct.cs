namespace Emulators.Utm;

/// <summary>A product of the registry.</summary>
public sealed record UtmProduct
{
    /// <summary>Its code, 19 digits.</summary>
    public required string AlcCode { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Litres in a bottle.</summary>
    public decimal Capacity { get; init; } = 0.5m;

    /// <summary>Percent of alcohol.</summary>
    public decimal Volume { get; init; } = 40m;

    /// <summary>The code of its kind.</summary>
    public string Kind { get; init; } = "200";

    /// <summary>The registry's id of its producer.</summary>
    public required string Producer { get; init; }
}
