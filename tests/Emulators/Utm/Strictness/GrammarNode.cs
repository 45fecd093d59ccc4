namespace Emulators.Utm;

/// <summary>An element or a choice in the shape of a document.</summary>
internal sealed record GrammarNode
{
    /// <summary>Whose namespace; null inherits the parent's.</summary>
    public string? Prefix { get; init; }

    /// <summary>The element; empty for a choice.</summary>
    public string Name { get; init; } = "";

    public int Min { get; init; } = 1;

    public int Max { get; init; } = 1;

    /// <summary>The simple type of its text; null when it has elements.</summary>
    public string? Type { get; init; }

    public IReadOnlyList<GrammarNode> Inner { get; init; } = [];

    /// <summary>The branches of a choice.</summary>
    public IReadOnlyList<IReadOnlyList<GrammarNode>> Branches { get; init; } = [];

    /// <summary>Whatever stands here is taken when it is in the namespace.</summary>
    public bool Anything { get; init; }
}
