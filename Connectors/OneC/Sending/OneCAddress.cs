using System.Text;

namespace Connectors.OneC;

/// <summary>Paths and queries of 1C: names are Cyrillic and escaped as UTF-8, letter case is kept, the <c>$</c> of query options stays.</summary>
internal static class OneCAddress
{
    /// <summary>A path below the base; empty segments are left out.</summary>
    public static string Path(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.Length == 0) continue;
            if (path.Length > 0) path.Append('/');
            path.Append(Uri.EscapeDataString(segment));
        }

        return path.ToString();
    }

    /// <summary>A path whose first part is written with its slashes in the settings, such as <c>hs/conn</c>.</summary>
    public static string Below(string root, params ReadOnlySpan<string> segments) => $"{Path(root.Split('/'))}/{Path(segments)}";

    /// <summary>A path with its query; a pair whose value is null is left out.</summary>
    public static string WithQuery(string path, IEnumerable<KeyValuePair<string, string?>> query)
    {
        var pairs = string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{Name(pair.Key)}={Uri.EscapeDataString(pair.Value!)}"));
        return pairs.Length == 0 ? path : $"{path}?{pairs}";
    }

    /// <summary>The service an address leads to, by its first two segments: <c>hs/conn</c>, <c>ws/TerminalGate</c>, <c>odata/standard.odata</c>.</summary>
    public static string AreaOf(string address)
    {
        var path = address.AsSpan();
        if (path.IndexOf('?') is >= 0 and var query) path = path[..query];
        var first = path.IndexOf('/');
        var second = first < 0 ? -1 : path[(first + 1)..].IndexOf('/');
        return new string(second < 0 ? path : path[..(first + 1 + second)]);
    }

    private static string Name(string name) => name.StartsWith('$') ? $"${Uri.EscapeDataString(name[1..])}" : Uri.EscapeDataString(name);
}
