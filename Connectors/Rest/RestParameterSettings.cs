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

    /// <summary>Other names it answers to.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
