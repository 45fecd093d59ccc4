using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Connectors.Transport;

/// <summary>The forms in which other systems repeat a text: in addresses, forms, JSON of several writers and pages.</summary>
internal static partial class SecretForms
{
    public static IEnumerable<string> Of(string secret)
    {
        string[] written =
        [
            secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), WebUtility.HtmlEncode(secret), SecurityElement.Escape(secret),
            JsonConvert.ToString(secret)[1..^1], JsonConvert.ToString(secret, '"', StringEscapeHandling.EscapeNonAscii)[1..^1], JsonEncodedText.Encode(secret).ToString(),
        ];

        // Escapes are written in capitals by some and in small letters by others; PHP escapes the slash in JSON.
        return written.SelectMany(text => new[] { text, InCase(text, upper: false), InCase(text, upper: true) })
            .SelectMany(text => new[] { text, text.Replace("/", "\\/", StringComparison.Ordinal) }).Distinct(StringComparer.Ordinal);
    }

    /// <summary>User and password as <c>Basic</c> carries them: as they are, RFC 7617, and escaped before, RFC 6749 section 2.3.1.</summary>
    public static IEnumerable<string> Pairs(string? user, string password) =>
        [Base64($"{user}:{password}"), Base64($"{Uri.EscapeDataString(user ?? "")}:{Uri.EscapeDataString(password)}")];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string InCase(string text, bool upper) =>
        Escapes().Replace(text, found =>
        {
            var hex = found.Groups["hex"].Value;
            return found.Value[..^hex.Length] + (upper ? hex.ToUpperInvariant() : hex.ToLowerInvariant());
        });

    [GeneratedRegex(@"%(?<hex>[0-9A-Fa-f]{2})|\\u(?<hex>[0-9A-Fa-f]{4})", RegexOptions.ExplicitCapture)]
    private static partial Regex Escapes();
}
