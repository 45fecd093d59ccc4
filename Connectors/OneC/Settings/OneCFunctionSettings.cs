namespace Connectors.OneC;

/// <summary>How 1C is asked for a function by its name.</summary>
public sealed class OneCFunctionSettings
{
    /// <summary>The function of 1C that takes the name of another one and its parameters.</summary>
    public string Name { get; set; } = "ВызовПроизвольнойФункции";

    /// <summary>Whether it only reads: <c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>.</summary>
    public string Safety { get; set; } = "Unsafe";

    /// <summary>Whether <c>ВызовПроизвольнойФункции</c> itself is a method of the connector, so that callers name any function.</summary>
    public bool Enabled { get; set; }
}
