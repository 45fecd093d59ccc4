using System.Text.Json;
using Cleverence.Connectivity;
using ServerJobs;

namespace Server.Api;

/// <summary>When a job starts, as written: a period, or a calendar schedule with its zone.</summary>
internal sealed record JobTimetableText(JobPeriod? Period, CalendarSchedule? Schedule, TimeZoneInfo? Zone)
{
    /// <summary>Reads it of an entry, or of a body of the same shape.</summary>
    /// <exception cref="ApiException">It is wrong; all is named.</exception>
    public static JobTimetableText Read(JsonElement entry, string? zone, string? language)
    {
        var period = entry.TryGetProperty("period", out var periodText);
        var schedule = entry.TryGetProperty("schedule", out var scheduleObject);
        if (period == schedule) throw Wrong("Give either period or schedule.", "Нужно либо period, либо schedule.");
        if (period)
        {
            return periodText.ValueKind == JsonValueKind.String && JobPeriod.TryParse(periodText.GetString(), out var read)
                ? new(read, null, null)
                : throw Wrong($"period is {periodText.GetRawText()}; expected: {JobPeriod.Format}.", $"period: указано {periodText.GetRawText()}; нужно: {JobPeriod.FormatRu}.");
        }

        return new(null, ReadSchedule(scheduleObject, language), ZoneOf(zone));
    }

    public static CalendarSchedule ReadSchedule(JsonElement value, string? language)
    {
        var offenders = new List<(string Text, string TextRu)>();
        var schedule = CalendarJson.Read(value, "schedule", (path, found, expected, expectedRu) => offenders.Add((
            $"{path} {(found is null ? "is missing" : $"is {found.Value.GetRawText()}")}; expected: {expected}.",
            $"{path} - {(found is null ? "нет значения" : $"указано {found.Value.GetRawText()}")}; нужно: {expectedRu}.")));
        return schedule ?? throw new ApiException(ApiError.Of(new ConnectorError(ConnectorErrorCode.InvalidArguments, offenders[0].Text)
        {
            MessageRu = offenders[0].TextRu,
            Offenders = [.. offenders.Select(offender => language == "ru" ? offender.TextRu : offender.Text)],
        }));
    }

    private static TimeZoneInfo ZoneOf(string? name)
    {
        if (name is null) throw Wrong("A schedule needs a time zone and the job file names none: PUT /api/v1/jobs/time-zone, or send timeZone.", "Расписанию нужен часовой пояс, в файле заданий его нет: PUT /api/v1/jobs/time-zone или передайте timeZone.");
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw Wrong($"timeZone is '{name}'; expected: a zone this system knows, such as Europe/Moscow.", $"timeZone: указано «{name}»; нужен часовой пояс, известный системе, например Europe/Moscow.");
    }

    private static ApiException Wrong(string text, string textRu) => new(ApiError.Invalid(text, textRu));
}
