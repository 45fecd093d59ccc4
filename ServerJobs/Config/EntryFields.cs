using System.Text.Json;

namespace ServerJobs;

/// <summary>The fields of one object of the file: reads them one by one and reports what is wrong with each.</summary>
internal sealed class EntryFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly Action<string, JsonElement?, string, string> report;
    private readonly string under;

    public EntryFields(JsonElement element, string under, string[] known, Action<string, JsonElement?, string, string> report)
    {
        this.report = report;
        this.under = under;
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal)) Report(property.Name, property.Value, $"only {string.Join(", ", known)}", $"только {string.Join(", ", known)}");
            else if (!fields.TryAdd(property.Name, property.Value)) Report(property.Name, property.Value, "the property once", "свойство один раз");
        }
    }

    public JsonElement? Get(string name) => fields.TryGetValue(name, out var value) ? value : null;

    public void Report(string name, JsonElement? value, string expected, string expectedRu) => report($"{under}.{name}", value, expected, expectedRu);

    public void Report(string name, string expected, string expectedRu) => Report(name, Get(name), expected, expectedRu);

    /// <summary>Of two names of one thing only one may be written.</summary>
    public string OneOf(string name, string alias)
    {
        if (Get(alias) is null) return name;
        if (Get(name) is not null) Report(alias, $"either {name} or {alias}: they are one property", $"либо {name}, либо {alias}: это одно свойство");
        return alias;
    }

    public string? Text(string name, int longest)
    {
        if (Get(name) is { ValueKind: JsonValueKind.String } value && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= longest) return text;
        Report(name, $"a text of 1 to {longest} characters", $"текст от 1 до {longest} символов");
        return null;
    }

    public string OptionalText(string name, int longest)
    {
        if (Get(name) is not { } value) return "";
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is var text && text.Length <= longest) return text;
        Report(name, $"a text of at most {longest} characters", $"текст не длиннее {longest} символов");
        return "";
    }

    public bool Flag(string name, bool otherwise)
    {
        if (Get(name) is not { } value) return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Report(name, "true or false", "true или false");
        return otherwise;
    }

    public JobPeriod? Period(string name)
    {
        if (Get(name) is { ValueKind: JsonValueKind.String } value && JobPeriod.TryParse(value.GetString(), out var period)) return period;
        Report(name, JobPeriod.Format, JobPeriod.FormatRu);
        return null;
    }

    /// <summary>A length like a period that must not be longer than some days.</summary>
    public JobPeriod? Length(string name, int mostDays)
    {
        if (Period(name) is not { } period) return null;
        if (period.Value <= TimeSpan.FromDays(mostDays)) return period;
        Report(name, $"at most {mostDays} days ({mostDays}.00:00:00)", $"не больше {mostDays} дней ({mostDays}.00:00:00)");
        return null;
    }

    public int? Number(string name, int least, int most)
    {
        if (Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= least && number <= most) return number;
        Report(name, $"a whole number {least}..{most}", $"целое число {least}..{most}");
        return null;
    }

    /// <summary>A length of time: whole seconds, or a text like a period.</summary>
    public TimeSpan? Seconds(string name, int most)
    {
        var value = Get(name);
        if (value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var seconds) && seconds >= 0 && seconds <= most) return TimeSpan.FromSeconds(seconds);
        if (value is { ValueKind: JsonValueKind.String } text && JobPeriod.TryParse(text.GetString(), out var period) && period.Value.TotalSeconds <= most) return period.Value;
        Report(name, $"whole seconds 0..{most}, or {JobPeriod.Format}", $"целые секунды 0..{most} или {JobPeriod.FormatRu}");
        return null;
    }
}
