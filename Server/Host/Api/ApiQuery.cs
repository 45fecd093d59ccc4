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

    public static string? Text(HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;
}
