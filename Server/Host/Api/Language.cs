using System.Globalization;

namespace Server.Api;

/// <summary>The language of messages: Russian when the caller prefers it to English.</summary>
internal static class Language
{
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.AcceptLanguage;
        return header.Count > 0 && PrefersRussian(header.ToString()) ? "ru" : null;
    }

    private static bool PrefersRussian(string header)
    {
        var (russian, english) = (0m, 0m);
        foreach (var entry in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(';', StringSplitOptions.TrimEntries);
            var weight = parts.Length < 2 ? 1m : Weight(parts[1]);
            if (parts[0].StartsWith("ru", StringComparison.OrdinalIgnoreCase)) russian = Math.Max(russian, weight);
            else if (parts[0].StartsWith("en", StringComparison.OrdinalIgnoreCase)) english = Math.Max(english, weight);
        }

        return russian > 0 && russian >= english;
    }

    private static decimal Weight(string text) =>
        text.StartsWith("q=", StringComparison.Ordinal) && decimal.TryParse(text.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0m;
}
