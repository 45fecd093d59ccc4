namespace Connectors.ChestnyZnak;

/// <summary>Which documents of the list.</summary>
/// <param name="Inn">Whose.</param>
/// <param name="Group">In which product group.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when.</param>
internal sealed record DocumentListQuery(string Inn, string Group, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Those that came to it; otherwise those it sent. Never both: the other side refuses that.</summary>
    public bool Incoming { get; init; } = true;

    public IReadOnlyList<string> Types { get; init; } = [];

    public int PageSize { get; init; } = 1000;

    public TimeSpan Patience { get; init; }
}
