using System.Text.Json;

namespace Emulators.OneC;

/// <summary>Writes objects as JSON.</summary>
internal sealed class JsonEntity(ODataStore store, ODataSelection selection, IReadOnlyList<string> expand, bool links)
{
    public void Write(Utf8JsonWriter json, ODataSource source, ODataRow row)
    {
        foreach (var field in source.Fields) Field(json, source, row, field);
        foreach (var (name, fields) in source.Tables.Where(table => selection.HasTables(table.Key)))
        {
            json.WriteStartArray(name);
            foreach (var line in row.Table(name))
            {
                json.WriteStartObject();
                foreach (var field in fields) Values(json, line, field, _ => true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (!links) return;
        foreach (var field in source.Fields.Where(one => one.Kind == FieldKind.Reference && selection.HasProperty(one.Property) && !expand.Contains(one.Name)))
        {
            json.WriteString($"{field.Name}@navigationLinkUrl", $"{source.AddressOf(row)}/{field.Name}");
        }
    }

    public static void Values(Utf8JsonWriter json, ODataRow row, ODataField field, Func<string, bool> wanted)
    {
        foreach (var (name, edm) in field.Properties.Where(one => one.Edm != "Edm.Stream" && wanted(one.Name)))
        {
            if (!row.TryGetValue(name, out var value)) value = ODataDefaults.Of(field, name);
            json.WritePropertyName(name);
            Value(json, value, edm);
        }
    }

    public static void Value(Utf8JsonWriter json, object? value, string edm)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case decimal number: json.WriteNumberValue(number); break;
            case long whole when edm == "Edm.Int64": json.WriteStringValue(ODataDefaults.Text(whole)); break;
            case long whole: json.WriteNumberValue(whole); break;
            default: json.WriteStringValue(ODataDefaults.Text(value)); break;
        }
    }

    private void Field(Utf8JsonWriter json, ODataSource source, ODataRow row, ODataField field)
    {
        Values(json, row, field, name => selection.HasProperty(name) || selection.HasProperty(field.Name));
        if (selection.HasPresentation(field.Name) || selection.HasPresentation(field.Property))
        {
            json.WriteString(ODataSelection.PresentationName(field.Name == "Ref_Key" ? "Ref" : field.Name), Presentations.Of(store, row, field));
        }

        if (field.Kind == FieldKind.Storage && links && selection.HasProperty(field.Name)) json.WriteString($"{field.Name}@mediaReadLink", $"{source.AddressOf(row)}/{field.Name}/$value");
        foreach (var path in expand.Where(one => one.Split('/')[0] == field.Name)) Expanded(json, row, field, path);
    }

    private void Expanded(Utf8JsonWriter json, ODataRow row, ODataField field, string path)
    {
        json.WritePropertyName(field.Kind == FieldKind.Composite ? field.Name + "_Expanded" : field.Name);
        var reference = FilterValues.Property(row, [field], field.Name) as TypedReference;
        if (field.Kind == FieldKind.Composite && reference?.Set != path.Split('/').ElementAtOrDefault(1)) reference = null;
        if (reference is null || store.Find(reference.Set, reference.Key) is not { } target || TradeModel.Find(reference.Set) is not { } set)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        new JsonEntity(store, new ODataSelection(null), [], links).Write(json, new ODataSource(set.Name, set.Key, set.Fields, []) { Tables = set.Tables }, target);
        json.WriteEndObject();
    }
}
