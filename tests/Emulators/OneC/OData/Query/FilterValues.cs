using System.Globalization;

namespace Emulators.OneC;

/// <summary>Values along a path. A field that does not exist has no value, and so the row is not found: no error, as in 1C.</summary>
internal static class FilterValues
{
    private const string Prefix = "StandardODATA.";

    public static object? Of(FilterScope scope, IReadOnlyList<string> path)
    {
        var inLambda = scope.Variables.TryGetValue(path[0], out var row);
        var at = inLambda ? 1 : 0;
        return Follow(scope.Store, row ?? scope.Row, inLambda ? null : scope.Shape, path, at);
    }

    /// <summary>The value of one property, typed when the attribute is composite or a reference.</summary>
    public static object? Property(ODataRow row, IReadOnlyList<ODataField>? shape, string name)
    {
        if (row.TryGetValue(name + "_Type", out var type) && type is string text) return Composite(row.GetValueOrDefault(name) as string ?? "", text);
        if (row.TryGetValue(name, out var value)) return value is long whole ? (decimal)whole : value;
        if (row.GetValueOrDefault(name + "_Key") is not Guid key) return null;
        var target = shape?.FirstOrDefault(field => field.Name == name)?.Target ?? TargetOf(name);
        return key == Guid.Empty ? null : new TypedReference(target, key);
    }

    public static object? Follow(ODataStore store, object? value, IReadOnlyList<ODataField>? shape, IReadOnlyList<string> path, int at)
    {
        for (; at < path.Count; at++)
        {
            if (value is TypedReference reference)
            {
                value = store.Find(reference.Set, reference.Key);
                shape = TradeModel.Find(reference.Set)?.Fields;
            }

            if (value is not ODataRow row) return null;
            value = Property(row, shape, path[at]);
        }

        return value is ODataRow or List<ODataRow> ? null : value;
    }

    private static object? Composite(string value, string type) => type switch
    {
        Prefix + "Undefined" => null,
        "Edm.Double" or "Edm.Int64" => decimal.Parse(value, CultureInfo.InvariantCulture),
        _ when type.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(value, out var key) => new TypedReference(type[Prefix.Length..], key),
        _ => value,
    };

    private static string TargetOf(string name) =>
        TradeModel.Sets.SelectMany(set => set.Fields.Concat(set.Tables.Values.SelectMany(table => table))).FirstOrDefault(field => field.Name == name && field.Kind == FieldKind.Reference)?.Target ?? "";
}
