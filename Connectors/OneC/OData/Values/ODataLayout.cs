using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>How rows of an answer become rows of a table: which fields are kept, in which columns.</summary>
internal sealed class ODataLayout
{
    private readonly Dictionary<string, ODataSlot> slots = new(StringComparer.Ordinal);
    private readonly List<TableColumn> columns = [];
    private readonly List<(int Value, int Tag)> composites = [];
    private readonly ODataValues values;
    private int places;

    public ODataLayout(ODataValues values, IEnumerable<(string Name, EdmProperty? Property, EdmType? Target)> fields)
    {
        this.values = values;
        var wanted = fields.DistinctBy(field => field.Name, StringComparer.Ordinal).ToList();
        foreach (var (name, property, target) in wanted)
        {
            columns.Add(new TableColumn(name, property?.ValueKind ?? ValueKind.Record));
            slots.Add(name, new ODataSlot(places++, property, target));
        }

        // The type of a composite value is needed to read it, also where nobody asked for the type.
        foreach (var (name, property, _) in wanted.Where(field => field.Property?.IsComposite == true))
        {
            if (!slots.TryGetValue(name + EdmType.TypeSuffix, out var tag)) slots.Add(name + EdmType.TypeSuffix, tag = new ODataSlot(places++, property! with { IsComposite = false, IsTypeTag = false }, null));
            composites.Add((slots[name].Place, tag.Place));
        }

        Names = new LayoutNames(slots);
    }

    public IReadOnlyList<TableColumn> Columns => columns;

    /// <summary>The names of the fields, for the reader of rows.</summary>
    public LayoutNames Names { get; }

    public object?[] NewRow() => new object?[places];

    public ODataSlot? Find(string name) => slots.GetValueOrDefault(name);

    public void Put(object?[] row, ODataSlot slot, object? raw) =>
        row[slot.Place] = slot.Property switch
        {
            null => values.Nested(raw as Newtonsoft.Json.Linq.JToken, slot.Target) as ConnectorRecord,
            { IsComposite: true } => raw,
            { IsTypeTag: true } => raw as string,
            _ => values.Of(raw, slot.Property),
        };

    /// <summary>Finishes a row whose fields have all been put.</summary>
    public object?[] Done(object?[] row)
    {
        foreach (var (value, tag) in composites) row[value] = values.Composite(row[value], row[tag] as string) is { } read ? ConnectorValues.ToText(read) : null;
        foreach (var slot in slots.Values)
        {
            if (slot.Property?.IsTypeTag == true && row[slot.Place] is string published) row[slot.Place] = ODataValues.TypeName(published);
        }

        return row.Length == columns.Count ? row : row[..columns.Count];
    }
}
