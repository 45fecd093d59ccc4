namespace Connectors.ChestnyZnak;

public sealed partial class ZnakSettings
{
    /// <summary>How codes are ordered, fetched and reported at the order station (СУЗ).</summary>
    public SuzSettings Suz { get; set; } = new();
}
