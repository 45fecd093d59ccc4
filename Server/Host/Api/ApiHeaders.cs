using System.Globalization;

namespace Server.Api;

/// <summary>The headers that a caller may send, checked.</summary>
internal static class ApiHeaders
{
    public const string ApiKey = "X-Api-Key";
    public const string RequestId = "X-Request-Id";
    public const string Deadline = "X-Deadline-Ms";
    public const string Device = "X-Device";
    public const string IfMatch = "If-Match";
    public const int MaxLength = 128;
    public const int MaxDeadline = 86_400_000;

    /// <summary>The caller's request id, or null when it sent none.</summary>
    public static string? ReadRequestId(HttpRequest request) => ReadAscii(request, RequestId);

    public static string? ReadDevice(HttpRequest request) => ReadAscii(request, Device);

    public static TimeSpan? ReadDeadline(HttpRequest request)
    {
        var header = request.Headers[Deadline];
        if (header.Count == 0) return null;
        return int.TryParse(header.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var wait) && wait is >= 1 and <= MaxDeadline
            ? TimeSpan.FromMilliseconds(wait)
            : throw Wrong(Deadline, $"a whole number of milliseconds from 1 to {MaxDeadline}", $"целое число миллисекунд от 1 до {MaxDeadline}");
    }

    /// <summary>The revision a change was made for; null for <c>*</c>, whatever is there, and when the header is not sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="required">Whether it must be sent: what replaces a whole text would undo what another person has just written.</param>
    public static string? ReadRevision(HttpRequest request, bool required)
    {
        var text = request.Headers[IfMatch].ToString().Trim();

        // A proxy that compresses answers makes their tags weak; the text of the file is the same.
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        if (text.Length > 0) return text == "*" ? null : text.Trim('"');
        return required ? throw Wrong(IfMatch, "the revision that GET showed, or *", "ревизию, которую показал GET, или *") : null;
    }

    public static void RequireJson(HttpRequest request)
    {
        var type = request.ContentType;
        if (string.IsNullOrEmpty(type) || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return;
        if (!request.HasJsonContentType()) throw new ApiException(ApiError.UnsupportedMediaType);
    }

    private static string? ReadAscii(HttpRequest request, string name)
    {
        var header = request.Headers[name];
        if (header.Count == 0) return null;
        var text = header.ToString();
        if (text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        throw Wrong(name, $"1 to {MaxLength} printable ASCII characters; other text goes into the body", $"от 1 до {MaxLength} печатных символов ASCII; прочий текст — в теле запроса");
    }

    private static ApiException Wrong(string name, string wanted, string wantedRu) =>
        new(ApiError.Invalid($"The header {name} takes {wanted}.", $"Заголовок {name}: {wantedRu}."));
}
