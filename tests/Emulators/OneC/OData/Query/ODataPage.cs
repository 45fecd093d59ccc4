namespace Emulators.OneC;

/// <summary>What a reading gives: rows, how many there are in all if that was asked for, and where the next page begins.</summary>
internal sealed record ODataPage(IEnumerable<ODataRow> Rows, int? Count, int? NextSkip, int? NextTop)
{
    public static ODataPage Of(ODataSource source, ODataOptions options, ODataStore store, int pageSize)
    {
        var matching = Matching(source, options, store);
        if (options.CountsAll)
        {
            // As the platform does it: $top and $skip are not looked at.
            var all = matching.ToList();
            return new ODataPage(all, all.Count, null, null);
        }

        var later = source.Rows is BigCatalog big && options.Filter is null && BigCatalog.IsSorted(options.Order) ? big.From(options.Skip) : matching.Skip(options.Skip);
        var wanted = options.Top is { } top ? later.Take(top) : later;
        if (pageSize <= 0) return new ODataPage(wanted, null, null, null);
        var page = wanted.Take(pageSize + 1).ToList();
        if (page.Count <= pageSize) return new ODataPage(page, null, null, null);
        page.RemoveAt(pageSize);
        return new ODataPage(page, null, options.Skip + pageSize, options.Top - pageSize);
    }

    public static IEnumerable<ODataRow> Matching(ODataSource source, ODataOptions options, ODataStore store)
    {
        IEnumerable<ODataRow> rows = source.Rows;
        if (options.Filter is { } filter) rows = rows.Where(row => FilterLogic.IsTrue(filter(new FilterScope(store, row, source.Fields))));
        rows = options.AllowedOnly ? rows.Where(row => !row.IsForbidden) : rows.Select(Allowed);
        if (options.Order.Count == 0 || (source.Rows is BigCatalog && BigCatalog.IsSorted(options.Order))) return rows;
        var comparer = Comparer<object?>.Create(FilterLogic.Order);
        var sorted = rows.OrderBy(_ => 0);
        foreach (var (path, descending) in options.Order)
        {
            object? Value(ODataRow row) => FilterValues.Of(new FilterScope(store, row, source.Fields), path);
            sorted = descending ? sorted.ThenByDescending(Value, comparer) : sorted.ThenBy(Value, comparer);
        }

        return sorted;
    }

    public static ODataRow Allowed(ODataRow row) => row.IsForbidden ? throw new ODataException(20, "Нарушение прав доступа: запись ограничена") : row;
}
