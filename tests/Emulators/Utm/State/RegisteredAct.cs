namespace Emulators.Utm;

/// <summary>An act of the registry that can be repealed.</summary>
public sealed record RegisteredAct
{
    /// <summary>Its number.</summary>
    public required string RegId { get; init; }

    /// <summary>The element that it came in.</summary>
    public required string Element { get; init; }

    /// <summary>Whose.</summary>
    public required string FsrarId { get; init; }

    /// <summary>The request that brought it.</summary>
    public required string RequestId { get; init; }

    /// <summary>Whether it was repealed.</summary>
    public bool Repealed { get; init; }

    /// <summary>What it moved.</summary>
    public IReadOnlyList<ActLine> Lines { get; init; } = [];
}
