using System.Globalization;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>Everything that only reads.</summary>
internal sealed class ODataReader(ODataClient client, ODataCatalog catalog, ODataOptions options, OneCZone zone)
{
    private readonly ODataLiteral literals = new(zone);
    private volatile bool tablesByQuery;

    /// <summary>Rows of an entity or of a virtual table, as a single-pass table.</summary>
    public async Task<ConnectorTable> ReadAsync(ReadQuery query, ODataCalls calls, CancellationToken cancellationToken)
    {
        var model = await catalog.GetAsync(cancellationToken).ConfigureAwait(false);
        if (query.Table.Length > 0) return await ReadTableAsync(query, model, calls, cancellationToken).ConfigureAwait(false);
        return await StreamAsync(Planner(model).Plan(query), calls, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One object by its key.</summary>
    public async Task<ConnectorRecord> GetAsync(ReadQuery query, object? key, ODataCalls calls, CancellationToken cancellationToken)
    {
        var model = await catalog.GetAsync(cancellationToken).ConfigureAwait(false);
        var (entity, type) = Find(query.Entity, model);
        var address = ODataAddress.One(entity, type, key, literals);
        var fields = FieldList.Of(type, model, query.Select, query.Expand, query.Presentations);
        if (fields.Expand.Length > 0) return await GetExpandedAsync(query, type, model, key, calls, cancellationToken).ConfigureAwait(false);
        var select = fields.Select.Length == 0 ? "" : $"&$select={AddressText.Encode(fields.Select)}";
        var found = await client.GetObjectAsync(Checked($"{address}?$format={ODataClient.LightJson}{select}"), calls.First, cancellationToken).ConfigureAwait(false);
        return Values(model).Record(found, type);
    }

    /// <summary>How many objects fit a filter.</summary>
    public async Task<long> CountAsync(ReadQuery query, ODataCalls calls, CancellationToken cancellationToken)
    {
        var model = await catalog.GetAsync(cancellationToken).ConfigureAwait(false);
        var (entity, type) = Find(query.Entity, model);
        var path = $"{AddressText.Encode(entity)}/$count";
        List<string> parts = query.AllowedOnly ? ["allowedOnly=true"] : [];
        var sum = 0L;
        foreach (var filter in Planner(model).FiltersOf(path, type, query.Filter, parts))
        {
            var address = string.Join('&', filter.Length == 0 ? parts : parts.Append($"$filter={filter}"));
            sum += await CountOneAsync(address.Length == 0 ? path : $"{path}?{address}", calls, cancellationToken).ConfigureAwait(false);
        }

        return sum;
    }

    /// <summary>The bytes of a value storage.</summary>
    public async Task<byte[]> GetFileAsync(string entity, object? key, string field, ODataCalls calls, CancellationToken cancellationToken)
    {
        var model = await catalog.GetAsync(cancellationToken).ConfigureAwait(false);
        var (name, type) = Find(entity, model);
        var property = type.Find(field) ?? throw ODataErrors.UnknownField("field", field, type);
        if (property.Kind != EdmKind.Stream) throw ODataErrors.Argument("field", $"{property.Name} of {type.Name} is not a value storage", $"{property.Name} у {type.Name} — не хранилище значения");
        var address = Checked($"{ODataAddress.One(name, type, key, literals)}/{AddressText.Encode(property.Name)}/$value");
        return await client.GetBytesAsync(address, calls.First, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConnectorTable> ReadTableAsync(ReadQuery query, EdmModel model, ODataCalls calls, CancellationToken cancellationToken)
    {
        var entity = EntityName.Find(query.Entity, model);
        if (!ODataLiteral.IsName(query.Table)) throw ODataErrors.Argument("table", $"'{query.Table}' is not the name of a virtual table", $"«{query.Table}» — не имя виртуальной таблицы");
        var row = VirtualTable.RowOf(entity, query.Table, model);
        var arguments = new TableArguments(model, literals).Write(query.TableArguments, row);
        if (!tablesByQuery)
        {
            try
            {
                return await ReadTableAsync(query, row, model, $"{AddressText.Encode(entity)}/{TableArguments.InParentheses(query.Table, arguments)}", [], calls, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectorException refused) when (arguments.Count > 0 && refused.Error.Reason is "ODATA_6" or "ODATA_11")
            {
                // Older releases take the arguments of virtual tables in the query only.
            }
        }

        var table = await ReadTableAsync(query, row, model, $"{AddressText.Encode(entity)}/{query.Table}()", TableArguments.InQuery(arguments), calls, cancellationToken).ConfigureAwait(false);
        tablesByQuery = true;
        return table;
    }

    private async Task<ConnectorTable> ReadTableAsync(ReadQuery query, EdmType? row, EdmModel model, string path, IReadOnlyList<string> arguments, ODataCalls calls, CancellationToken cancellationToken)
    {
        if (row is not null)
        {
            var plan = Planner(model).Plan(query, path, row, canPage: false);
            return await StreamAsync(plan with { Options = [.. arguments, .. plan.Options] }, calls, cancellationToken).ConfigureAwait(false);
        }

        var options = string.Join('&', VirtualTable.UncheckedOptions(query).Concat(arguments));
        var page = await client.OpenAsync(Checked($"{path}?{options}"), calls.First, cancellationToken).ConfigureAwait(false);
        await using var _ = page.ConfigureAwait(false);
        var records = new List<ConnectorRecord>();
        while (await page.Page.NextObjectAsync(cancellationToken).ConfigureAwait(false) is { } found)
        {
            records.Add(Values(model).Record(found, null));
            if (records.Count > ConnectorTable.MaxRows) throw VirtualTable.TooManyRows();
        }

        page.Done();
        return ConnectorTable.FromRecords(records);
    }

    private async Task<ConnectorTable> StreamAsync(ReadPlan plan, ODataCalls calls, CancellationToken cancellationToken)
    {
        if (plan.IsNever) return new ConnectorTable(plan.Layout.Columns, []);
        var source = new RowSource(client, plan, calls.Later);
        await source.StartAsync(calls.First, cancellationToken).ConfigureAwait(false);

        // The call's token lives as long as its rows: whoever stops the call stops the page that is on its way.
        return ConnectorTable.Stream(plan.Layout.Columns, source.ReadAsync(cancellationToken), source.DisposeAsync);
    }

    // 1C follows references in lists only, so the one object is asked for as a list of one.
    private async Task<ConnectorRecord> GetExpandedAsync(ReadQuery query, EdmType type, EdmModel model, object? key, ODataCalls calls, CancellationToken cancellationToken)
    {
        var parts = ODataKey.Parts(key, type);
        var plan = Planner(model).Plan(query with { Filter = parts, Top = 1 });
        var page = await client.OpenAsync(plan.Address(plan.Filters[0], 0, 1), calls.First, cancellationToken).ConfigureAwait(false);
        await using var _ = page.ConfigureAwait(false);
        var found = await page.Page.NextObjectAsync(cancellationToken).ConfigureAwait(false) ?? throw VirtualTable.NotFound(type.Name);
        if (await page.Page.NextObjectAsync(cancellationToken).ConfigureAwait(false) is null) page.Done();
        return Values(model).Record(found, type);
    }

    private async Task<long> CountOneAsync(string address, ODataCalls calls, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync("GET", Checked(address), calls.First, MethodSafety.Safe, cancellationToken, headers: new Dictionary<string, string> { ["Accept"] = "text/plain" }).ConfigureAwait(false);
        return long.TryParse(answer.Text.AsSpan().Trim().TrimStart('\uFEFF'), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw ODataErrors.Unreadable("a number was expected", "ожидалось число", OneCWords.Limited(answer.Text));
    }

    private static (string Entity, EdmType Type) Find(string given, EdmModel model)
    {
        var entity = EntityName.Find(given, model);
        return (entity, model.TypeOf(entity) ?? throw ODataErrors.UnknownEntity(given, model));
    }

    private string Checked(string address) => address.Length <= client.Room ? address : throw ODataErrors.AddressTooLong(address.Length, client.Room);

    private ReadPlanner Planner(EdmModel model) => new(model, zone, client.Room, options);

    private ODataValues Values(EdmModel model) => new(zone, model) { TrimsTexts = options.TrimTexts };
}
