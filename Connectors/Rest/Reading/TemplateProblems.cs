using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>The problems of one place of the settings, such as <c>templates[2]</c>.</summary>
internal sealed class TemplateProblems(SettingsProblems all, string place)
{
    public void Add(string code, string field, string message, string messageRu, string nextStep, string nextStepRu) =>
        all.Add(code, Field(field), message, messageRu, nextStep, nextStepRu);

    public T Choice<T>(string field, string text, params (string Word, T Value)[] choices) => all.Choice(Field(field), text, choices);

    public TimeSpan Duration(string field, string text) => all.Duration(Field(field), text, TimeSpan.FromSeconds(1));

    public int Number(string field, long number, long least, long most) => (int)all.Number(Field(field), number, least, most);

    public TemplateProblems Within(string field) => new(all, Field(field));

    /// <summary>Reads a text with places; an empty one where it cannot be used.</summary>
    public TextTemplate Text(string field, string? text)
    {
        if (TextTemplate.Parse(text ?? "", out var at) is { } template) return template;
        PlaceUnreadable(field, at);
        return TextTemplate.Parse("", out _)!;
    }

    public void PlaceUnreadable(string field, int at) => Add("PLACE_UNREADABLE", field,
        $"The brace at character {at} has no partner or no name.", $"У фигурной скобки (символ {at}) нет пары или имени.",
        "Write {name}, or the brace twice if the brace itself is meant.", "Напишите {имя}, а если нужна сама скобка — удвойте её.");

    /// <summary>Reads a JSONPath; null where it is empty or cannot be used.</summary>
    public JsonPick? Path(string field, string text)
    {
        if (text.Length == 0) return null;
        if (JsonPick.Parse(text, out _) is { } pick) return pick;
        Add("JSON_PATH_UNREADABLE", field, "This is not a JSONPath.", "Это не JSONPath.", "Write one such as $.data.rows or $.rows[0].name.", "Запишите его как $.data.rows или $.rows[0].name.");
        return null;
    }

    private string Field(string field) => field.Length == 0 ? place : place.Length == 0 ? field : $"{place}.{field}";
}
