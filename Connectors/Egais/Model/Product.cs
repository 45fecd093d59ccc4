namespace Connectors.Egais;

/// <summary>A product as the registry describes it.</summary>
/// <param name="AlcCode">Its code, 19 digits.</param>
internal sealed record Product(string AlcCode)
{
    /// <summary><c>Packed</c> or <c>Unpacked</c>.</summary>
    public string UnitType { get; init; } = "Packed";

    /// <summary>АП, ССП, ССНП, Спирт, УБП, ССПП, СЛС, ФАРМ or ЭС.</summary>
    public string? Type { get; init; }

    public string? FullName { get; init; }

    public string? ShortName { get; init; }

    /// <summary>Litres in a unit.</summary>
    public decimal? Capacity { get; init; }

    /// <summary>Per cent of alcohol.</summary>
    public decimal? AlcVolume { get; init; }

    public Organisation? Producer { get; init; }

    /// <summary>The code of the kind of product.</summary>
    public string? ProductVCode { get; init; }
}
