namespace Connectors.OneC.OData;

/// <summary>Checks a query against the description of the base and makes the plan of its requests.</summary>
internal sealed class ReadPlanner(EdmModel model, OneCZone zone, int room, ODataOptions options)
{
    // $skip and $top of later pages come to the address last.
    private const int PageOptionsLength = 40;
    private const string Format = "$format=" + ODataClient.LightJson;
    private readonly ODataLiteral literals = new(zone);

    /// <exception cref="Cleverence.Connectivity.ConnectorException">Something of it the base does not have.</exception>
    public ReadPlan Plan(ReadQuery query)
    {
        var entity = EntityName.Find(query.Entity, model);
        var type = model.TypeOf(entity) ?? throw ODataErrors.UnknownEntity(entity, model);
        return Plan(query, AddressText.Encode(entity), type, canPage: true);
    }

    /// <summary>The plan of a virtual table whose rows are known.</summary>
    public ReadPlan Plan(ReadQuery query, string path, EdmType type, bool canPage)
    {
        var fields = FieldList.Of(type, model, query.Select, query.Expand, query.Presentations);
        var filter = new FilterBuilder(model, literals).Build(query.Filter, type);
        var (order, pages) = ReadOrder.Of(query.OrderBy, type, model, canPage);
        var few = query.Top is { } top && top <= options.PageSize;
        List<string> asked = [Format];
        if (fields.Select.Length > 0) asked.Add($"$select={AddressText.Encode(fields.Select)}");
        if (fields.Expand.Length > 0) asked.Add($"$expand={AddressText.Encode(fields.Expand)}");
        if (order.Length > 0) asked.Add($"$orderby={AddressText.Encode(order)}");
        if (query.AllowedOnly) asked.Add("allowedOnly=true");
        var plan = new ReadPlan(path, asked)
        {
            Layout = new ODataLayout(new ODataValues(zone, model) { TrimsTexts = options.TrimTexts }, fields.Fields),
            Top = query.Top,
            Skip = query.Skip ?? 0,
            PageSize = pages && !few ? options.PageSize : null,
            IsNever = filter.IsNever || query.Top == 0,
        };
        return plan with { Filters = Split(plan, filter, query) };
    }

    /// <summary>The filters of a request that has no further options.</summary>
    public IReadOnlyList<string> FiltersOf(string path, EdmType type, object? filter, IReadOnlyList<string> further) =>
        new FilterBuilder(model, literals).Build(filter, type) is { IsNever: false } built
            ? Parts(built, path.Length + further.Sum(option => option.Length + 1))
            : [];

    private List<string> Split(ReadPlan plan, ODataFilter filter, ReadQuery query)
    {
        var parts = Parts(filter, plan.Address("", 0, null).Length + PageOptionsLength);
        var ordered = query.Top is not null || query.Skip is not null || FieldList.NamesOf(query.OrderBy, "orderBy").Count > 0;
        return parts.Count > 1 && ordered
            ? throw ODataErrors.Argument("filter", $"its list needs {parts.Count} requests, whose rows have no common order; leave out orderBy, top and skip or shorten the list", $"список требует {parts.Count} запросов без общего порядка строк; уберите orderBy, top и skip или сократите список")
            : parts;
    }

    // As many alternatives as fit go into one request; without a list there is nothing to part.
    private List<string> Parts(ODataFilter filter, int used)
    {
        if (filter.IsEmpty) return used <= room ? [""] : throw ODataErrors.AddressTooLong(used, room);
        var left = room - used - "&$filter=".Length;
        var whole = AddressText.Encode(filter.Text());
        if (whole.Length <= left) return [whole];
        if (filter.Alternatives.Count < 2) throw ODataErrors.AddressTooLong(used + whole.Length, room);
        var parts = new List<string>();
        for (var from = 0; from < filter.Alternatives.Count;)
        {
            var some = Fitting(filter, from, left);
            if (some == 0) throw ODataErrors.AddressTooLong(used + AddressText.Encode(filter.Text([filter.Alternatives[from]])).Length, room);
            parts.Add(AddressText.Encode(filter.Text(filter.Alternatives.Skip(from).Take(some))));
            from += some;
        }

        return parts;
    }

    private static int Fitting(ODataFilter filter, int from, int left)
    {
        var fixedLength = AddressText.Encode(new ODataFilter(filter.Conditions).Text()).Length + AddressText.Encode(" and ()").Length;
        var between = AddressText.Encode(" or ").Length;
        var count = 0;
        for (var length = fixedLength; from + count < filter.Alternatives.Count; count++)
        {
            length += AddressText.Encode(filter.Alternatives[from + count]).Length + (count == 0 ? 0 : between);
            if (length > left) break;
        }

        return count;
    }
}
