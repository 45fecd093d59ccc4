using System.Globalization;
using System.Text.Json;

namespace Connectors.Exchange;

/// <summary>Reads the fields of one object of the file, collects what is wrong with them, and names those that nobody asked for.</summary>
internal sealed class SignerFields(JsonElement source, string file, string place, List<SignerProblem> problems, Func<string, string?> findSecret)
{
    private readonly List<string> asked = [];

    /// <summary>A text that is not empty; null when it is absent.</summary>
    public string? Text(string name)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text.Trim();
        if (value.ValueKind != JsonValueKind.String) Wrong(name, Shown(value), "must be a text", "нужен текст");
        return null;
    }

    /// <summary>A text that may be empty.</summary>
    public string TextOr(string name, string otherwise)
    {
        if (Get(name) is not { } value) return otherwise;
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        Wrong(name, Shown(value), "must be a text", "нужен текст");
        return otherwise;
    }

    public IReadOnlyList<string>? Texts(string name)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)) return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
        {
            problems.Add(new(file, Place(name), null, "a secret must not stand on a command line, where other users of the machine see it", "секрет нельзя передавать в командной строке: её видят другие пользователи", "Give it in \"environment\", or as \"pin\" with {pinFile} among the arguments.", "Передайте его в «environment» или как «pin» с {pinFile} в аргументах."));
            return null;
        }

        Wrong(name, Shown(value), "must be a list of texts", "нужен список текстов");
        return null;
    }

    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Get(name) is not { } value) return otherwise;
        if (value.ValueKind == JsonValueKind.String && TimeSpan.TryParseExact(value.GetString(), [@"h\:mm\:ss", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var span) && span >= least && span <= most) return span;
        Wrong(name, Shown(value), $"must be a duration hh:mm:ss from {least:c} to {most:c}", $"нужна длительность чч:мм:сс от {least:c} до {most:c}");
        return otherwise;
    }

    public bool Flag(string name)
    {
        if (Get(name) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(name, Shown(value), "must be true or false", "нужно true или false");
        return false;
    }

    /// <summary>A text or <c>{ "secret": "name" }</c>.</summary>
    public SecretText? Secret(string name) => Get(name) is { } value ? SecretOf(name, value) : null;

    public IReadOnlyDictionary<string, SecretText> Secrets(string name)
    {
        var found = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        if (Get(name) is not { } value) return found;
        if (value.ValueKind != JsonValueKind.Object) Wrong(name, Shown(value), "must be an object of names and values", "нужен объект из имён и значений");
        else foreach (var pair in value.EnumerateObject())
        {
            if (SecretOf($"{name}.{pair.Name}", pair.Value) is { } text) found[pair.Name] = text;
        }

        return found;
    }

    /// <summary>The fields of an object within.</summary>
    public SignerFields? Within(string name)
    {
        if (Get(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new(value, file, Place(name), problems, findSecret);
        Wrong(name, Shown(value), "must be an object", "нужен объект");
        return null;
    }

    public void Wrong(string name, string? value, string wrong, string wrongRu) =>
        problems.Add(new(file, Place(name), value, wrong, wrongRu, "Correct it; the file is read again as soon as it is saved.", "Исправьте; файл перечитывается, как только сохранён."));

    /// <summary>Names the fields nobody asked for.</summary>
    public void End()
    {
        foreach (var field in source.EnumerateObject().Where(field => !asked.Contains(field.Name, StringComparer.OrdinalIgnoreCase)))
        {
            var known = string.Join(", ", asked);
            Wrong(field.Name, null, $"this name is not known here; known: {known}", $"здесь нет такого имени; известны: {known}");
        }
    }

    private SecretText? SecretOf(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return new(value.GetString(), null);
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() != 1 || !value.TryGetProperty("secret", out var secret) || secret.ValueKind != JsonValueKind.String || secret.GetString() is not { Length: > 0 } called)
        {
            Wrong(name, null, "must be a text or { \"secret\": \"name\" }", "нужен текст или { \"secret\": \"имя\" }");
            return null;
        }

        // The signer stays: the secret may be put in place later, and is looked up at each use.
        if (findSecret(called) is null)
            problems.Add(new(file, Place(name), called, "this secret was not found", "секрет не найден", $"Put the file secrets/{called} in the home folder.", $"Положите файл secrets/{called} в домашнюю папку.") { IsWarning = true });
        return new(null, called);
    }

    private JsonElement? Get(string name)
    {
        asked.Add(name);
        foreach (var field in source.EnumerateObject())
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return field.Value.ValueKind == JsonValueKind.Null ? null : field.Value;
        }

        return null;
    }

    private static string? Shown(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null : value.GetRawText();

    private string Place(string name) => $"{place}.{name}";
}
