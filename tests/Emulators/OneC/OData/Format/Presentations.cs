using System.Globalization;

namespace Emulators.OneC;

/// <summary>How values look to people.</summary>
internal static class Presentations
{
    public static string Of(ODataStore store, ODataRow row, ODataField field)
    {
        var value = FilterValues.Property(row, [field], field.Name);
        return value switch
        {
            TypedReference reference => Object(reference.Set, store.Find(reference.Set, reference.Key)),
            Guid when field.Name == "Ref_Key" => Object("", row),
            bool flag => flag ? "Да" : "Нет",
            DateTime date => date == DateTime.MinValue ? "" : date.ToString("dd.MM.yyyy H:mm:ss", CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
            null => "",
            _ => value.ToString()!,
        };
    }

    private static string Object(string set, ODataRow? row) => row switch
    {
        null => $"<Объект не найден> ({set})",
        _ when row.TryGetValue("Description", out var name) => (string)name!,
        _ when row.TryGetValue("Number", out var number) => $"Документ {((string)number!).TrimEnd()} от {((DateTime)row["Date"]!).ToString("dd.MM.yyyy H:mm:ss", CultureInfo.InvariantCulture)}",
        _ => "",
    };
}
