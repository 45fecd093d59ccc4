using ServerJobs;

namespace Server.Api;

/// <summary>Reads which runs a list is asked for.</summary>
internal static class RunFilter
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;
    private const int LongestText = 200;

    public static string[] Names { get; } = ["job", "outcome", "running", "from", "to", "text", "before", "limit"];

    public static string[] ExportNames { get; } = [.. Names, "format"];

    /// <summary>Reads the query. A name that is not known is refused: a misspelt filter would show what was not asked for.</summary>
    /// <exception cref="ApiException">Something in it is wrong.</exception>
    public static JobRunQuery Read(HttpRequest request, bool forExport = false)
    {
        var known = forExport ? ExportNames : Names;
        if (request.Query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Wrong($"'{unknown}' is not known here; known: {string.Join(", ", known)}.", $"«{unknown}» здесь неизвестно; известны: {string.Join(", ", known)}.");
        }

        var text = Given(request, "text");
        if (text?.Length > LongestText) throw Wrong($"text takes at most {LongestText} characters.", $"text — не больше {LongestText} символов.");
        var query = new JobRunQuery(ApiQuery.Limit(request, forExport ? int.MaxValue : DefaultLimit, forExport ? int.MaxValue : MaxLimit))
        {
            JobId = Given(request, "job"),
            Outcome = OutcomeOf(request),
            Running = ApiQuery.Flag(request, "running") ?? false,
            From = ApiQuery.Moment(request, "from"),
            To = ApiQuery.Moment(request, "to"),
            Text = text,
            Before = Given(request, "before"),
        };
        if (query.Running && query.Outcome is not null) throw Wrong("A run that is going has no outcome: leave out outcome or running.", "У идущего выполнения нет итога: уберите outcome или running.");
        if (query.To <= query.From) throw Wrong("to must be later than from.", "to должно быть позже from.");
        return query;
    }

    // An empty field of a form filters nothing.
    private static string? Given(HttpRequest request, string name) => ApiQuery.Text(request, name) is { Length: > 0 } text ? text : null;

    private static JobOutcome? OutcomeOf(HttpRequest request)
    {
        if (Given(request, "outcome") is not { } text) return null;
        var names = string.Join(", ", Enum.GetNames<JobOutcome>());
        return char.IsAsciiLetter(text[0]) && Enum.TryParse<JobOutcome>(text, ignoreCase: true, out var outcome) && !text.Contains(',', StringComparison.Ordinal)
            ? outcome
            : throw Wrong($"outcome takes one of {names}.", $"outcome — одно из {names}.");
    }

    private static ApiException Wrong(string text, string textRu) => new(ApiError.Invalid(text, textRu));
}
