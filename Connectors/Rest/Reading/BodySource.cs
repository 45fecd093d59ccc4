using Connectors.Transport;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>Reads the body of a template from the settings.</summary>
/// <remarks>
/// The configuration keeps text only: <c>true</c> arrives as <c>true</c> or <c>True</c>, and <c>1.50</c> without its lack of quotes. So in nested JSON a text that looks
/// like a JSON number or a boolean becomes one. Where that is wrong, the body is written as one string, which is parsed as it stands.
/// </remarks>
internal static class BodySource
{
    /// <summary>Reads the body; null where it is not JSON.</summary>
    public static JToken? Read(IConfigurationSection section)
    {
        if (section.Value is not { } text) return Rebuild(section);
        try
        {
            return JsonText.Parse(text);
        }
        catch (JsonException)
        {
            // A place alone is no JSON; an object without braces inside it would pass for a place.
            return TextTemplate.Parse(text, out _)?.Whole is null ? null : new JValue(text);
        }
    }

    private static JToken Rebuild(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0) return Leaf(section.Value);
        return children.Select((child, at) => child.Key == at.ToString(System.Globalization.CultureInfo.InvariantCulture)).All(ordered => ordered)
            ? new JArray(children.Select(Rebuild))
            : new JObject(children.Select(child => new JProperty(child.Key, Rebuild(child))));
    }

    private static JValue Leaf(string? text) => text switch
    {
        null => JValue.CreateNull(),
        "True" or "true" => new JValue(true),
        "False" or "false" => new JValue(false),
        _ when LooksLikeNumber(text) => new JRaw(text),
        _ => new JValue(text),
    };

    private static bool LooksLikeNumber(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.Length is 0 or > 28 || !digits.All(letter => char.IsAsciiDigit(letter) || letter == '.')) return false;
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? digits : digits[..dot];
        return whole is "0" or [>= '1' and <= '9', ..] && (dot < 0 || (dot < digits.Length - 1 && digits.IndexOf('.', dot + 1) < 0));
    }
}
