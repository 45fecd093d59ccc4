namespace Cleverence.Connectivity;

/// <summary>Marks a public method of a <see cref="Connector"/> that callers may call.</summary>
/// <param name="name">The name callers use; the method's own name when left out (without a closing <c>Async</c>).</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConnectorMethodAttribute(string? name = null) : Attribute
{
    /// <summary>The name callers use, or null for the method's own.</summary>
    public string? Name { get; } = name;

    /// <summary>The class callers name; empty for none.</summary>
    public string Class { get; set; } = "";

    /// <summary>Other names the method answers to.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>Whether a machine may call it again.</summary>
    public MethodSafety Safety { get; set; }

    /// <summary>The method's own limit as <c>hh:mm:ss</c>.</summary>
    public string? TimeLimit { get; set; }

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
