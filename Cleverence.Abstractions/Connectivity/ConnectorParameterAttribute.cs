namespace Cleverence.Connectivity;

/// <summary>Gives a parameter of a connector's method the name callers use, and other names it answers to.</summary>
/// <param name="name">The name callers use; the parameter's own name when left out.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConnectorParameterAttribute(string? name = null) : Attribute
{
    /// <summary>The name callers use, or null for the parameter's own.</summary>
    public string? Name { get; } = name;

    /// <summary>Other names it answers to.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
