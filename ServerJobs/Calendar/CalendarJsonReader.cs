using System.Text.Json;

namespace ServerJobs;

/// <summary>Reads one schedule of the JSON form.</summary>
internal sealed class CalendarJsonReader(CalendarReport report)
{
    private const int LastWeekDay = 7;
    private const int LastMonth = 12;
    private static readonly string[] KnownOfRow = [.. CalendarField.OfRow.Select(field => field.JsonName)];
    private static readonly string[] Known = [.. CalendarField.All.Select(field => field.JsonName), CalendarJson.WeekDays, CalendarJson.Months, CalendarJson.Rows];
    private bool wrong;

    public CalendarSchedule? Read(JsonElement value, string path)
    {
        if (!Fields(value, path, Known, out var fields)) return null;
        var values = Values(fields, path, CalendarField.All);
        var weekDays = Numbers(fields, CalendarJson.WeekDays, path, LastWeekDay);
        var months = Numbers(fields, CalendarJson.Months, path, LastMonth);
        var rows = Rows(fields, path);
        if (values.EndsBeforeItBegins)
        {
            var begin = CalendarField.All[0].Write(values["BeginDate"]);
            Report($"{path}.endDate", fields["endDate"], $"a date not before beginDate {begin}", $"дата не раньше beginDate {begin}");
        }

        return wrong ? null : values.ToSchedule(weekDays, months, rows);
    }

    private CalendarValues Values(Dictionary<string, JsonElement> fields, string path, IReadOnlyList<CalendarField> known)
    {
        var values = new CalendarValues();
        foreach (var field in known)
        {
            if (fields.Get(field.JsonName) is not { } value) continue;
            if (Text(value, field) is { } text && field.TryRead(text, out var number)) values[field.Name] = number;
            else Report($"{path}.{field.JsonName}", value, field.Expected, field.ExpectedRu);
        }

        return values;
    }

    private static string? Text(JsonElement value, CalendarField field) => (field.Kind, value.ValueKind) switch
    {
        (CalendarKind.Number, JsonValueKind.Number) => value.GetRawText(),
        (CalendarKind.Date or CalendarKind.Time, JsonValueKind.String) => value.GetString(),
        _ => null,
    };

    private CalendarNumbers Numbers(Dictionary<string, JsonElement> fields, string name, string path, int last)
    {
        if (fields.Get(name) is not { } list) return [];
        var numbers = new List<int>();
        var (expected, expectedRu) = ($"whole numbers 1..{last}", $"целые числа 1..{last}");
        if (list.ValueKind != JsonValueKind.Array)
        {
            Report($"{path}.{name}", list, $"a list of {expected}", $"список: {expectedRu}");
            return [];
        }

        var index = 0;
        foreach (var value in list.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 && number <= last) numbers.Add(number);
            else Report($"{path}.{name}[{index}]", value, expected, expectedRu);
            index++;
        }

        return [.. numbers];
    }

    private CalendarRows Rows(Dictionary<string, JsonElement> fields, string path)
    {
        if (fields.Get(CalendarJson.Rows) is not { } list) return [];
        if (list.ValueKind != JsonValueKind.Array)
        {
            Report($"{path}.{CalendarJson.Rows}", list, "a list of objects", "список объектов");
            return [];
        }

        var rows = new List<CalendarRow>();
        foreach (var value in list.EnumerateArray())
        {
            var place = $"{path}.{CalendarJson.Rows}[{rows.Count}]";
            rows.Add(Fields(value, place, KnownOfRow, out var row) ? Values(row, place, CalendarField.OfRow).ToRow() : new CalendarRow());
        }

        return [.. rows];
    }

    private bool Fields(JsonElement value, string path, string[] known, out Dictionary<string, JsonElement> fields)
    {
        fields = new(StringComparer.Ordinal);
        var names = string.Join(", ", known);
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(path, value, $"an object with {names}", $"объект с полями {names}");
            return false;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal)) Report($"{path}.{property.Name}", property.Value, $"only {names}", $"только {names}");
            else if (!fields.TryAdd(property.Name, property.Value)) Report($"{path}.{property.Name}", property.Value, "the property once", "свойство один раз");
        }

        return true;
    }

    private void Report(string path, JsonElement value, string expected, string expectedRu)
    {
        wrong = true;
        report(path, value, expected, expectedRu);
    }
}
