using System.Globalization;
using System.Text.RegularExpressions;

namespace Connectors.Egais;

/// <summary>One address of a list of the UTM: only its path counts, host and port there are the UTM's own idea of itself.</summary>
/// <param name="Path">The path with its leading slash.</param>
internal sealed partial record UtmEntry(string Path)
{
    /// <summary>Our request it belongs to, as written; null when the registry or a partner began it.</summary>
    public string? ReplyId { get; init; }

    public string? Timestamp { get; init; }

    /// <summary>The undocumented state of <c>/opt/in/state</c>; for showing only.</summary>
    public string? State { get; init; }

    /// <summary>The segment before the number; empty when the path has none.</summary>
    public string Type => Segment(1);

    /// <summary>The last segment.</summary>
    public string Number => Segment(0);

    /// <summary>The number for sorting; what is no number goes last.</summary>
    public long Order => long.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    public string? NormalReplyId => ReplyIds.Normalise(ReplyId);

    /// <summary>Whether a path is that of one document of the out-box.</summary>
    public static bool IsOfOutBox(string path) => Document().IsMatch(path);

    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>When it appeared, as far as it says so; the offset may come without its colon.</summary>
    public DateTimeOffset? At => DateTimeOffset.TryParse(WithColon(Timestamp), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? WithColon(string? text) =>
        text is { Length: > 5 } && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0 ? $"{text[..^2]}:{text[^2..]}" : text;

    [GeneratedRegex(@"\A/opt/out/[A-Za-z0-9_]{1,50}/[0-9]{1,18}\z")]
    private static partial Regex Document();

    private string Segment(int fromEnd)
    {
        var segments = Path.Split('?', 2)[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > fromEnd ? segments[^(fromEnd + 1)] : "";
    }
}
