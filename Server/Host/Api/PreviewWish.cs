using System.Text.Json;

namespace Server.Api;

/// <summary>Which starts of a timetable that is not saved somebody wants to see.</summary>
/// <param name="Body">The whole, which holds the timetable.</param>
internal sealed record PreviewWish(JsonElement Body)
{
    private const int DefaultCount = 10;
    private const int MaxCount = 100;
    private const int LongestRun = 7 * 86_400;
    private static readonly string[] Known = ["period", "schedule", "timeZone", "from", "count", "runSeconds"];

    public string? TimeZone { get; private init; }

    public DateTimeOffset? From { get; private init; }

    public int Count { get; private init; } = DefaultCount;

    public TimeSpan RunTime { get; private init; }

    /// <summary>Reads the body of the wish.</summary>
    /// <exception cref="ApiException">It is wrong.</exception>
    public static PreviewWish Of(JsonElement body) => new(body)
    {
        TimeZone = JobBodies.Text(body, "timeZone", required: false, Known),
        From = MomentOf(body),
        Count = Whole(body, "count", DefaultCount, 1, MaxCount),
        RunTime = TimeSpan.FromSeconds(Whole(body, "runSeconds", 0, 0, LongestRun)),
    };

    private static DateTimeOffset? MomentOf(JsonElement body)
    {
        if (!body.TryGetProperty("from", out var value)) return null;
        return value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var from)
            ? from
            : throw Wrong("from takes a moment such as 2026-05-31T14:00:00+03:00.", "from — момент вида 2026-05-31T14:00:00+03:00.");
    }

    private static int Whole(JsonElement body, string name, int otherwise, int least, int most)
    {
        if (!body.TryGetProperty(name, out var value)) return otherwise;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Wrong($"{name} takes a whole number from {least} to {most}.", $"{name} — целое число от {least} до {most}.");
    }

    private static ApiException Wrong(string text, string textRu) => new(ApiError.Invalid(text, textRu));
}
