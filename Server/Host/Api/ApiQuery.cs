using System.Globalization;

namespace Server.Api;

/// <summary>Reads the query of a list.</summary>
internal static class ApiQuery
{
    public static int Limit(HttpRequest request, int otherwise, int most) => Whole(request, "limit", otherwise, most);

    public static int Whole(HttpRequest request, string name, int otherwise, int most)
    {
        var text = Text(request, name);
        if (text is null) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new ApiException(ApiError.Invalid($"{name} takes a whole number from 1 to {most}.", $"{name} — целое число от 1 до {most}."));
    }

    public static bool? Flag(HttpRequest request, string name) => Text(request, name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new ApiException(ApiError.Invalid($"{name} takes true or false.", $"{name} — true или false.")),
    };

    /// <summary>A moment, or a day of UTC; an empty text of a form is none.</summary>
    public static DateTimeOffset? Moment(HttpRequest request, string name)
    {
        if (Text(request, name) is not { Length: > 0 } text) return null;

        // A plus sign that nobody escaped arrives as a space.
        if (text.Contains('T', StringComparison.Ordinal)) text = text.Replace(' ', '+');
        return char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new ApiException(ApiError.Invalid($"{name} takes a moment such as 2026-05-31T14:00:00+03:00 or a day such as 2026-05-31.", $"{name} — момент вида 2026-05-31T14:00:00+03:00 или день вида 2026-05-31."));
    }

    public static string? Text(HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;
}
