using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Reads the fields of one JSON object; everything wrong goes to the problems, and the default is used.</summary>
internal sealed class EntryFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly EntryProblems problems;
    private readonly string prefix;

    public EntryFields(JsonElement entry, IReadOnlyList<string> known, EntryProblems problems, string prefix = "")
    {
        this.problems = problems;
        this.prefix = prefix;
        foreach (var property in entry.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) Unknown(property.Name, known);
            else if (!fields.TryAdd(property.Name, property.Value)) Wrong(property.Name, "stands here twice", "указано дважды");
        }
    }

    public bool TryGet(string name, out JsonElement value) => fields.TryGetValue(name, out value) && value.ValueKind != JsonValueKind.Null;

    public string? Text(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString()!.Trim();
        Wrong(name, "must be a text that is not empty", "нужен непустой текст");
        return null;
    }

    /// <summary>A text that may be empty.</summary>
    public string Text(string name, string otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise;
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        Wrong(name, "must be a text", "нужен текст");
        return otherwise;
    }

    public bool Flag(string name, bool otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(name, "must be true or false", "нужно true или false");
        return otherwise;
    }

    public int? Number(string name, int from, int to)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= from && number <= to) return number;
        Wrong(name, $"must be a whole number from {from} to {to}", $"нужно целое число от {from} до {to}");
        return null;
    }

    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan from, TimeSpan to)
    {
        if (!TryGet(name, out var value)) return otherwise;
        if (value.ValueKind == JsonValueKind.String && TryParse(value.GetString()!, out var span) && span >= from && span <= to) return span;
        var range = $"{from:c}..{to:c}";
        if (value.ValueKind == JsonValueKind.Number) Wrong(name, $"a bare number is not a duration; write hh:mm:ss, {range}", $"число без единицы не годится; пишите чч:мм:сс, {range}");
        else Wrong(name, $"must be a duration hh:mm:ss, {range}", $"нужна длительность чч:мм:сс, {range}");
        return otherwise;
    }

    public string Choice(string name, string otherwise, params string[] choices)
    {
        if (!TryGet(name, out var value)) return otherwise;
        var chosen = value.ValueKind == JsonValueKind.String ? Array.Find(choices, choice => choice.Equals(value.GetString(), StringComparison.OrdinalIgnoreCase)) : null;
        if (chosen is null) Wrong(name, $"must be one of: {string.Join(", ", choices)}", $"нужно одно из: {string.Join(", ", choices)}");
        return chosen ?? otherwise;
    }

    public NameList? Names(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return new NameList([.. value.EnumerateArray().Select(item => item.GetString()!)]);
        Wrong(name, "must be a list of texts", "нужен список текстов");
        return null;
    }

    public void Wrong(string name, string wrong, string wrongRu) =>
        problems.Add(prefix + name, fields.TryGetValue(name, out var value) ? value.GetRawText() : null, wrong, wrongRu);

    private static bool TryParse(string text, out TimeSpan span) =>
        TimeSpan.TryParseExact(text.Trim(), ["c", @"h\:mm\:ss", @"h\:mm\:ss\.FFF"], CultureInfo.InvariantCulture, out span) && text.Contains(':', StringComparison.Ordinal);

    private void Unknown(string name, IReadOnlyList<string> known)
    {
        var near = NearestName.Of(name, known);
        problems.Add(
            prefix + name, null,
            near is null ? $"this name is not known; known: {string.Join(", ", known)}" : $"this name is not known; did you mean '{near}'?",
            near is null ? $"неизвестное имя; известны: {string.Join(", ", known)}" : $"неизвестное имя; может быть, «{near}»?");
    }
}
