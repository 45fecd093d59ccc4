using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>Turns the <c>settings</c> of an entry into a configuration section; <c>{ "secret": "name" }</c> becomes the secret.</summary>
internal sealed class SettingsReader(SecretSource secrets)
{
    private const string Root = "settings";

    public EntrySettings Read(JsonElement settings, EntryProblems problems)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder(JsonSerializer.Serialize(settings));
        Flatten(settings, Root, values, text, problems);
        return new(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(Root), text.ToString());
    }

    private void Flatten(JsonElement element, string path, Dictionary<string, string?> values, StringBuilder text, EntryProblems problems)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when IsSecret(element, out var reference):
                values[path] = Secret(reference, path, text, problems);
                break;
            case JsonValueKind.Object:
                Object(element, path, values, text, problems);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) Flatten(item, $"{path}:{index++}", values, text, problems);
                if (index == 0) values[path] = "";
                break;
            default:
                values[path] = element.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => element.GetString(),
                    _ => element.GetRawText(),
                };
                break;
        }
    }

    private void Object(JsonElement element, string path, Dictionary<string, string?> values, StringBuilder text, EntryProblems problems)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                problems.Add(Dotted(path, property.Name), null, "stands here twice; names are compared without case", "указано дважды; регистр не различается");
                continue;
            }

            Flatten(property.Value, $"{path}:{property.Name}", values, text, problems);
        }

        // The section must exist, so that an empty object is told from a missing one.
        if (names.Count == 0 && path != Root) values[path] = "";
    }

    private string? Secret(JsonElement reference, string path, StringBuilder text, EntryProblems problems)
    {
        var name = reference.ValueKind == JsonValueKind.String ? reference.GetString()! : "";
        if (!SecretSource.IsName(name))
        {
            problems.Add(Dotted(path, "secret"), reference.GetRawText(), "must be the name of a secret: letters, digits, '-', '_', '.'", "нужно имя секрета: буквы, цифры, «-», «_», «.»");
            return null;
        }

        if (secrets.TryGet(name, out var secret))
        {
            text.Append(' ').Append(name).Append('=').Append(secrets.Mark(secret));
            return secret;
        }

        text.Append(' ').Append(name).Append("=?");
        problems.Add(
            Dotted(path, "secret"), name,
            $"this secret was not found; put a file 'secrets/{name}' or the environment variable {SecretSource.VariableOf(name)}",
            $"секрет не найден; положите файл «secrets/{name}» или задайте переменную среды {SecretSource.VariableOf(name)}");
        return null;
    }

    private static bool IsSecret(JsonElement element, out JsonElement reference)
    {
        reference = default;
        var count = 0;
        foreach (var property in element.EnumerateObject())
        {
            if (++count > 1 || !property.NameEquals("secret")) return false;
            reference = property.Value;
        }

        return count == 1;
    }

    private static string Dotted(string path, string name) => $"{path.Replace(':', '.')}.{name}";
}
