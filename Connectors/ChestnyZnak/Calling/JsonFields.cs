using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Reads fields of answers tolerantly: absent ones do not throw, numbers may be text and text numbers.</summary>
internal static class JsonFields
{
    /// <summary>A field's text; null where it is absent, null, an object or a list.</summary>
    public static string? Text(this JToken? token, string name) => token is JObject fields ? TextOf(fields.GetValue(name, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>The text of a simple value.</summary>
    public static string? TextOf(this JToken? token) => token switch
    {
        JValue { Value: string text } => text,
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    public static long? Long(this JToken? token, string name) =>
        decimal.TryParse(token.Text(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static bool? Flag(this JToken? token, string name) => token.Text(name)?.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    /// <summary>A moment: ISO text, or Unix time in seconds or milliseconds by its size.</summary>
    public static DateTimeOffset? Moment(this JToken? token, string name) => MomentOf(token.Text(name));

    /// <summary>The moment a text stands for; null for any other text.</summary>
    public static DateTimeOffset? MomentOf(string? text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)) return Unix(unix);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
    }

    /// <summary>The items of a list field; empty where it is absent or something else.</summary>
    public static IEnumerable<JToken> Items(this JToken? token, string name) => token is JObject fields && fields.GetValue(name, StringComparison.OrdinalIgnoreCase) is JArray items ? items : [];

    /// <summary>An object or list field; null where it is absent.</summary>
    public static JToken? Field(this JToken? token, string name) => token is JObject fields ? fields.GetValue(name, StringComparison.OrdinalIgnoreCase) : null;

    private static DateTimeOffset? Unix(long number) => number switch
    {
        >= 100_000_000_000 and < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
        >= 0 and < 100_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(number),
        _ => null,
    };
}
