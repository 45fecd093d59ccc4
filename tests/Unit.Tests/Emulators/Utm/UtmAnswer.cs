using System.Text;
using System.Xml.Linq;

namespace Unit.Tests.Emulators;

/// <summary>An answer of a UTM.</summary>
internal sealed record UtmAnswer(int Status, string Text, string? Type)
{
    public XElement Xml => XElement.Parse(Text.TrimStart('\ufeff'));

    /// <summary>The text of the only <c>url</c>.</summary>
    public string? Url => Status == 200 ? Xml.Element("url")?.Value : null;

    public string? Error => Text.Contains("<error>", StringComparison.Ordinal) ? Xml.Element("error")?.Value : null;

    public IReadOnlyList<XElement> Urls => [.. Xml.Elements("url")];

    /// <summary>The paths of a list, without the host that the UTM takes itself for.</summary>
    public IReadOnlyList<string> Paths => [.. Urls.Select(one => new Uri(one.Value).PathAndQuery)];

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<UtmAnswer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), response.Content.Headers.ContentType?.MediaType);
}
