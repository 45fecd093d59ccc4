namespace Connectors.ChestnyZnak;

/// <summary>The attributes one product group asks for. They change several times a year, so they are settings.</summary>
public sealed class SuzGroupSettings
{
    /// <summary>Attributes an order must have.</summary>
    public IList<string> Order { get; } = [];

    /// <summary>Attributes a report of application must have; <c>a|b</c> stands for one of the two.</summary>
    public IList<string> Utilisation { get; } = [];

    /// <summary>Attributes a report of dropout must have.</summary>
    public IList<string> Dropout { get; } = [];
}
