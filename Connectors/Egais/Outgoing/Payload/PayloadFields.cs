using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Reads a record that a caller gave, by any of a field's names, and remembers what cannot be read and where.</summary>
/// <remarks>The first of the names is the documented one: problems are reported under it.</remarks>
internal sealed class PayloadFields(ConnectorRecord record, string path, List<BuildProblem> problems)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd.MM.yyyy", "yyyyMMdd"];

    /// <summary>Where everything wrong is gathered.</summary>
    public List<BuildProblem> Problems => problems;

    /// <summary>The path of a field.</summary>
    public string PathOf(string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";

    public void Problem(string name, string rule, string ruleRu) => problems.Add(new BuildProblem(PathOf(name), rule, ruleRu));

    public bool Has(params ReadOnlySpan<string> names) => Value(names) is not null;

    /// <summary>The text of a field; null where it is absent or empty. Blanks around it are not the caller's meaning.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        switch (Value(names))
        {
            case null: return null;
            case ConnectorRecord or ConnectorTable or byte[] or IReadOnlyList<object?>:
                Problem(names[0], "is not a text", "не является текстом");
                return null;
            case DateTime day when day.TimeOfDay == TimeSpan.Zero: return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case var value: return ConnectorValues.ToText(value).Trim() is { Length: > 0 } text ? text : null;
        }
    }

    public decimal? Number(params ReadOnlySpan<string> names)
    {
        if (Value(names) is not { } value) return null;
        if (value is string text && decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        if (value is long or decimal) return Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        Problem(names[0], "is not a number; write it with a dot", "не число; дробная часть отделяется точкой");
        return null;
    }

    public bool Flag(params ReadOnlySpan<string> names)
    {
        if (Value(names) is not { } value) return false;
        if (ConnectorValues.TryConvert(value, typeof(bool), out var flag) && flag is bool known) return known;
        Problem(names[0], "is neither true nor false", "не является ни истиной, ни ложью");
        return false;
    }

    /// <summary>A day without a zone: of a moment, the day that its writer saw.</summary>
    public DateOnly? Date(params ReadOnlySpan<string> names) => Moment(names) is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>A local time without a zone.</summary>
    public DateTime? Moment(params ReadOnlySpan<string> names)
    {
        switch (Value(names))
        {
            case null: return null;
            case DateTime local: return DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
            case DateTimeOffset moment: return moment.DateTime;
            case string text when DateOnly.TryParseExact(text.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day): return day.ToDateTime(TimeOnly.MinValue);
            case string text when text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment): return moment.DateTime;
            default:
                Problem(names[0], "is not a date; write it as 2026-01-31", "не дата; дата записывается как 2026-01-31");
                return null;
        }
    }

    /// <summary>A record inside this one.</summary>
    public PayloadFields? Child(params ReadOnlySpan<string> names)
    {
        switch (Value(names))
        {
            case null: return null;
            case ConnectorRecord child: return new PayloadFields(child, PathOf(names[0]), problems);
            default:
                Problem(names[0], "is not a record", "не является записью");
                return null;
        }
    }

    /// <summary>The records of a list or of a table; one record is a list of itself.</summary>
    public IReadOnlyList<PayloadFields> Rows(params ReadOnlySpan<string> names)
    {
        var name = names[0];
        var rows = new List<PayloadFields>();
        foreach (var (at, row) in List(Value(names)).Index())
        {
            if (row is ConnectorRecord found) rows.Add(new PayloadFields(found, PathOf($"{name}[{at}]"), problems));
            else Problem($"{name}[{at}]", "is not a record", "не является записью");
        }

        return rows;
    }

    /// <summary>The texts of a list; one text is a list of itself.</summary>
    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> names)
    {
        var name = names[0];
        var texts = new List<string>();
        foreach (var (at, item) in List(Value(names)).Index())
        {
            if (item is ConnectorRecord or byte[] or IReadOnlyList<object?>) Problem($"{name}[{at}]", "is not a text", "не является текстом");
            else texts.Add(ConnectorValues.ToText(item));
        }

        return texts;
    }

    private object? Value(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (record.TryGet(name, out var value) && value is not null and not "") return value;
        }

        return null;
    }

    private static IReadOnlyList<object?> List(object? value) => value switch
    {
        null => [],
        ConnectorTable table => [.. table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at]))))],
        IReadOnlyList<object?> list => list,
        _ => [value],
    };
}
