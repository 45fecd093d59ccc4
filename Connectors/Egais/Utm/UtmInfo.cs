using System.Globalization;
using System.Text;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>What a UTM tells of itself by <c>/api/info/list</c>; every field may be missing.</summary>
internal sealed record UtmInfo
{
    public string? Version { get; init; }

    public string? Contour { get; init; }

    /// <summary>The FSRAR ID of the key.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The FSRAR ID its database was made for.</summary>
    public string? DatabaseOwnerId { get; init; }

    /// <summary>When its database was made: numbers of documents start again with a new one.</summary>
    public string? DatabaseCreated { get; init; }

    /// <summary>What is wrong with the key; null when it is good.</summary>
    public string? RsaError { get; init; }

    public bool? License { get; init; }

    public UtmCertificate? Rsa { get; init; }

    public UtmCertificate? Gost { get; init; }

    /// <summary>Reads the answer; null when it is no object of JSON.</summary>
    public static UtmInfo? Read(byte[] body)
    {
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF')) is JObject info ? Of(info) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static UtmInfo Of(JObject info) => new()
    {
        Version = Text(info, "version"),
        Contour = Text(info, "contour"),
        OwnerId = Text(info, "ownerId"),
        DatabaseOwnerId = Text(Child(info, "db"), "ownerId"),
        DatabaseCreated = Text(Child(info, "db"), "createDate"),
        RsaError = Text(info, "rsaError"),
        License = Field(info, "license") is JValue { Value: bool license } ? license : null,
        Rsa = Certificate(Child(info, "rsa")),
        Gost = Certificate(Child(info, "gost")),
    };

    private static UtmCertificate? Certificate(JObject? found) => found is null ? null : new UtmCertificate
    {
        Kind = Text(found, "certType"),
        From = Moment(Text(found, "startDate")),
        To = Moment(Text(found, "expireDate")),
        IsValid = Text(found, "isValid") is { } valid ? valid.Equals("valid", StringComparison.OrdinalIgnoreCase) : null,
        Issuer = Text(found, "issuer"),
    };

    // "2027-02-03 12:00:00 +0300"
    private static DateTimeOffset? Moment(string? text)
    {
        if (text is { Length: > 5 } && text[^5] is '+' or '-') text = $"{text[..^2]}:{text[^2..]}";
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }

    private static JObject? Child(JObject info, string name) => Field(info, name) as JObject;

    private static JToken? Field(JObject? info, string name) => info?.GetValue(name, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JObject? info, string name) =>
        Field(info, name) is JValue { Value: not null } value && Convert.ToString(value.Value, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;
}
