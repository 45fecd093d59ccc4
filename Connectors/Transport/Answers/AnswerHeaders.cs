using System.Globalization;

namespace Connectors.Transport;

/// <summary>Reads headers of answers.</summary>
internal static class AnswerHeaders
{
    // A year: more is nobody's wish, and would not fit.
    private const long Longest = 366L * 24 * 3600;

    public static string? Find(HttpResponseMessage message, string name)
    {
        // The framework keeps headers of the content apart and refuses to look for one in the wrong place only when it is checked.
        if (message.Headers.NonValidated.TryGetValues(name, out var values) || message.Content.Headers.NonValidated.TryGetValues(name, out values)) return values.Count == 1 ? values.ToString() : string.Join(", ", values);
        return null;
    }

    /// <summary><c>Retry-After</c>, RFC 9110 section 10.2.3: seconds or a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage message, TimeProvider time)
    {
        var text = Find(message, "Retry-After");
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Min(seconds, Longest));
        if (!HttpDates.TryRead(text, out var moment)) return null;
        var left = moment - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
