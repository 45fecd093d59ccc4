namespace Connectors.Rest;

/// <summary>A parameter of a request template.</summary>
public sealed class RestParameterSettings
{
    /// <summary>The name, as in the template's places.</summary>
    public string Name { get; set; } = "";

    /// <summary>The kind of value, such as <c>decimal</c>; <c>any</c> takes every kind.</summary>
    public string Type { get; set; } = "string";

    /// <summary>Whether a call may leave it out.</summary>
    public bool Optional { get; set; }

    /// <summary>The value when a call leaves it out; makes the parameter optional.</summary>
    public string? Default { get; set; }

    /// <summary>How it is written: a .NET pattern for dates and numbers (<c>yyyyMMdd</c>, <c>0.00</c>), <c>unix</c> or <c>unixMs</c> for moments, <c>yes|no</c> for booleans.</summary>
    public string Format { get; set; } = "";

    /// <summary>What stands between the items of a list; empty to repeat the pair in a query or form.</summary>
    public string Join { get; set; } = "";

    /// <summary>Other names it answers to.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
