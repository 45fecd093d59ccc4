using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>What a call wants to read, as it was given.</summary>
/// <param name="Entity">The entity.</param>
internal sealed record ReadQuery(string Entity)
{
    /// <summary>A virtual table of it, such as <c>Balance</c>; empty for the entity itself.</summary>
    public string Table { get; init; } = "";

    /// <summary>The arguments of the virtual table.</summary>
    public ConnectorRecord? TableArguments { get; init; }

    public object? Filter { get; init; }

    public object? Select { get; init; }

    public object? Expand { get; init; }

    public object? OrderBy { get; init; }

    public long? Top { get; init; }

    public long? Skip { get; init; }

    /// <summary>Whether rows the user has no right to are left out; otherwise one of them refuses all.</summary>
    public bool AllowedOnly { get; init; }

    public bool Presentations { get; init; }
}
