using System.Text.Json;

namespace Emulators.OneC;

/// <summary>Writes the properties of a request's body into a row. Unknown properties are ignored; a tabular part is replaced whole.</summary>
internal sealed class ODataBody(ODataStore store, ODataSet set, bool isDataLoad, bool isNew)
{
    private const string Bind = "@odata.bind";

    /// <summary>Fills the row.</summary>
    /// <returns>The properties that were given.</returns>
    public HashSet<string> Fill(ODataRow row, OneCRequest request)
    {
        var type = request.Header("Content-Type").Split(';')[0].Trim();
        if (type.Length > 0 && type != "application/json") throw new ODataException(3, $"Неверное представление: {type}");
        using var document = Parse(request.Body);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ODataException(2, "Неверный формат запроса: ожидался объект");
        return FillObject(row, document.RootElement, set.Fields, set.Tables);
    }

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException problem)
        {
            throw new ODataException(1, $"Ошибка разбора JSON: {problem.Message}");
        }
    }

    private HashSet<string> FillObject(ODataRow row, JsonElement json, IReadOnlyList<ODataField> fields, IReadOnlyDictionary<string, IReadOnlyList<ODataField>> tables)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!names.Add(property.Name)) throw new ODataException(18, $"Свойство {property.Name} указано дважды");
            if (tables.TryGetValue(property.Name, out var columns)) row[property.Name] = Table(property.Name, property.Value, columns);
            else if (property.Name.EndsWith(Bind, StringComparison.Ordinal)) Reference(row, property.Name[..^Bind.Length], property.Value, fields, names);
            else if (fields.FirstOrDefault(field => field.Properties.Any(one => one.Name == property.Name)) is { } field) Assign(row, field, property);
        }

        foreach (var field in fields.Where(one => one.Kind == FieldKind.Composite && names.Contains(one.Name) && !names.Contains(one.Name + "_Type")))
        {
            throw new ODataException(5, $"Не задан тип составного значения {field.Name}_Type");
        }

        return names;
    }

    private void Assign(ODataRow row, ODataField field, JsonProperty property)
    {
        if (field.Name == "DataVersion") return;
        var edm = field.Properties.First(one => one.Name == property.Name).Edm;
        if (edm == "Edm.Stream") throw new ODataException(16, $"Свойству {property.Name} нельзя присвоить значение: используйте {property.Name}_Base64Data");
        var value = ODataValues.Read(field, property.Name, property.Value);
        var same = Equals(value, row.GetValueOrDefault(property.Name) ?? ODataDefaults.Of(field, property.Name));
        if (field.ReadOnly && !isDataLoad && !same) throw new ODataException(16, $"Свойству {property.Name} нельзя присвоить значение");
        row[property.Name] = value;
    }

    private List<ODataRow> Table(string name, JsonElement json, IReadOnlyList<ODataField> columns)
    {
        if (json.ValueKind != JsonValueKind.Array) throw new ODataException(4, $"Неверное значение {name}: ожидался массив");
        var rows = new List<ODataRow>();
        foreach (var item in json.EnumerateArray())
        {
            var row = new ODataRow { ["LineNumber"] = rows.Count + 1L };
            FillObject(row, item.ValueKind == JsonValueKind.Object ? item : throw new ODataException(4, $"Неверная строка {name}"), columns, new Dictionary<string, IReadOnlyList<ODataField>>());
            rows.Add(row);
        }

        if (isNew || rows.Select(row => row["LineNumber"]).Distinct().Count() == rows.Count) return rows;
        throw new ODataException(4, $"Номера строк {name} повторяются");
    }

    // A reference given by the address of its object; the object must be there.
    private void Reference(ODataRow row, string name, JsonElement json, IReadOnlyList<ODataField> fields, HashSet<string> names)
    {
        if (fields.FirstOrDefault(one => one.Name == name && one.Kind == FieldKind.Reference) is not { } field) return;
        var address = ODataSegment.Split(json.GetString() ?? "");
        if (address is not [{ Arguments: not null } target] || target.Name != field.Target) throw new ODataException(4, $"Неверное значение {name}{Bind}: {json}");
        if (target.Values().GetValueOrDefault("") is not Guid key || store.Find(field.Target, key) is null) throw new ODataException(9, $"{name}: объект {json} не найден");
        row[field.Property] = key;
        names.Add(field.Property);
    }
}
