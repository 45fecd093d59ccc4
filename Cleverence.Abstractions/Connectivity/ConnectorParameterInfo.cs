namespace Cleverence.Connectivity;

/// <summary>A parameter of a connector's method, as callers are told about it.</summary>
/// <param name="Name">The name arguments are bound by, compared without case. <see cref="ConnectorMethodInfo.AnyName"/> stands for parameters that only the outside system knows.</param>
/// <param name="Type">The kind of value, or null where any is taken.</param>
public sealed record ConnectorParameterInfo(string Name, ValueKind? Type)
{
    /// <summary>Other names it answers to.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether a call may leave it out.</summary>
    public bool Optional { get; init; }

    /// <summary>One sentence about it.</summary>
    public string? Description { get; init; }
}
