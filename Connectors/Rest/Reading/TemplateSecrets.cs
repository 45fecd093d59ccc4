using System.Globalization;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>The texts of templates that must never reach an error or the log: those that stand under a name that speaks of credentials.</summary>
/// <remarks>The host fills secrets in before the settings are read, so a name is all that tells them from other texts. A secret within a path or a text body has none.</remarks>
internal static class TemplateSecrets
{
    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase) { "Basic", "Bearer", "Digest", "Token", "ApiKey", "Key", "OAuth" };

    private static readonly char[] Around = [' ', ':', ';', ',', '=', '/', '"'];

    public static IEnumerable<string> Of(RestSettings settings) => settings.Templates.SelectMany(Named).Where(pair => HeaderText.IsCredential(pair.Key)).SelectMany(pair => Parts(pair.Value)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Named(RestTemplateSettings template) =>
    [
        .. template.Headers, .. template.Query, .. template.Form, .. template.Parts.Select(part => KeyValuePair.Create(part.Name, part.Value)),
        .. template.Body is not null && BodySource.Read(template.Body) is JContainer body ? Members(body) : [],
    ];

    private static IEnumerable<KeyValuePair<string, string>> Members(JContainer body) =>
        from member in body.DescendantsAndSelf().OfType<JProperty>()
        from value in member.Value is JArray several ? several.OfType<JValue>() : [.. new[] { member.Value }.OfType<JValue>()]
        where value.Type is JTokenType.String or JTokenType.Raw
        select KeyValuePair.Create(member.Name, value.ToString(CultureInfo.InvariantCulture));

    // Places are the callers' texts. Of "Bearer abc" the second word is the secret, and the first one none.
    private static IEnumerable<string> Parts(string text)
    {
        if (TextTemplate.Parse(text, out _) is not { } template) yield break;
        foreach (var literal in template.Literals.Select(literal => literal.Trim(Around)))
        {
            if (Schemes.Contains(literal)) continue;
            yield return literal;
            if (literal.IndexOf(' ', StringComparison.Ordinal) is var space and > 0) yield return literal[(space + 1)..].Trim();
        }
    }
}
