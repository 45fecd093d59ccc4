namespace Connectors.OneC;

/// <summary>A parameter of a method.</summary>
public sealed class OneCParameterSettings
{
    /// <summary>The name callers use.</summary>
    public string Name { get; set; } = "";

    /// <summary>Other names it answers to.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>Its name in 1C; empty for the same. With <c>function</c>: <c>Параметр1</c> to <c>Параметр10</c>, by default in order.</summary>
    public string OneC { get; set; } = "";

    /// <summary>Its type: a 1C name such as <c>Дата</c>, or <c>string, number, integer, boolean, date, reference, enum, binary, list, record, table, any</c>.</summary>
    public string Type { get; set; } = "string";

    /// <summary>Whether a call may leave it out.</summary>
    public bool Optional { get; set; }

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
