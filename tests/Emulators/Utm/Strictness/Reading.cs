using System.Globalization;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Reads documents by local names.</summary>
internal static class Reading
{
    public static XElement? Child(this XElement element, params ReadOnlySpan<string> path)
    {
        XElement? found = element;
        foreach (var name in path) found = found?.Elements().FirstOrDefault(one => one.Name.LocalName == name);
        return found;
    }

    public static string? Text(this XElement element, params ReadOnlySpan<string> path) => element.Child(path)?.Value;

    public static decimal Amount(this XElement element, params ReadOnlySpan<string> path) => decimal.Parse(element.Child(path)!.Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static IEnumerable<XElement> Positions(this XElement body) => body.Child("Content")?.Elements().Where(one => one.Name.LocalName == "Position") ?? [];

    public static IReadOnlyList<string> MarksIn(this XElement element) => [.. element.Descendants().Where(one => one.Name.LocalName is "amc" or "ms" or "MarkCode").Select(one => one.Value)];

    /// <summary>The registry's id of an organisation's element, of whatever form.</summary>
    public static string? ClientOf(this XElement element, params ReadOnlySpan<string> path) => element.Child(path)?.Descendants().FirstOrDefault(one => one.Name.LocalName == "ClientRegId")?.Value;
}
