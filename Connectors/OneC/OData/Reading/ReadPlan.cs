namespace Connectors.OneC.OData;

/// <summary>How a query is carried out: its address but for the filter and the page, and the filters to ask one after another.</summary>
/// <param name="Path">The entity, with its virtual table.</param>
/// <param name="Options">The options of every request, escaped.</param>
internal sealed record ReadPlan(string Path, IReadOnlyList<string> Options)
{
    /// <summary>The filters, escaped; one after another their rows are the result. An empty text is no filter.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [""];

    public required ODataLayout Layout { get; init; }

    public long? Top { get; init; }

    public long Skip { get; init; }

    /// <summary>The rows asked for at a time; null when the entity has nothing to order its rows by, so that pages would not fit together.</summary>
    public long? PageSize { get; init; }

    /// <summary>Whether the result is empty without asking.</summary>
    public bool IsNever { get; init; }

    public string Address(string filter, long skip, long? top)
    {
        var options = Options.ToList();
        if (filter.Length > 0) options.Add($"$filter={filter}");
        if (skip > 0) options.Add($"$skip={skip}");
        if (top is { } count) options.Add($"$top={count}");
        return options.Count == 0 ? Path : $"{Path}?{string.Join('&', options)}";
    }
}
