using System.Globalization;

namespace Server.Api;

/// <summary>Reads the query of a list.</summary>
internal static class ApiQuery
{
    public static int Limit(HttpRequest request, int otherwise, int most)
    {
        var text = Text(request, "limit");
        if (text is null) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most
            ? limit
            : throw new ApiException(ApiError.Invalid($"limit takes a whole number from 1 to {most}.", $"limit — целое число от 1 до {most}."));
    }

    public static bool? Flag(HttpRequest request, string name) => Text(request, name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new ApiException(ApiError.Invalid($"{name} takes true or false.", $"{name} — true или false.")),
    };

    public static DateTimeOffset? Moment(HttpRequest request, string name)
    {
        var text = Text(request, name);
        if (text is null) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new ApiException(ApiError.Invalid($"{name} takes a moment such as 2026-05-31T14:03:00Z.", $"{name} — момент вида 2026-05-31T14:03:00Z."));
    }

    public static string? Text(HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;
}
