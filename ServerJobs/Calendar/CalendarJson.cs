using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerJobs;

/// <summary>The JSON form of a calendar schedule, as in <c>jobs.json</c>.</summary>
public static class CalendarJson
{
    internal const string WeekDays = "weekDays";
    internal const string Months = "months";
    internal const string Rows = "detailedDailySchedules";

    /// <summary>Reads a schedule and reports everything wrong with it at once.</summary>
    /// <param name="value">The object.</param>
    /// <param name="path">Its place, for the reports.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <returns>The schedule, or null when anything was reported.</returns>
    public static CalendarSchedule? Read(JsonElement value, string path, CalendarReport report) => new CalendarJsonReader(report).Read(value, path);

    /// <summary>Writes a schedule; what is not set is left out.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The object.</returns>
    public static JsonObject Write(CalendarSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var written = Write(CalendarValues.Of(schedule), CalendarField.All);
        if (schedule.WeeksPeriod == 1) written.Remove("weeksPeriod");
        if (schedule.WeekDays.Count > 0) written[WeekDays] = Numbers(schedule.WeekDays);
        if (schedule.Months.Count > 0) written[Months] = Numbers(schedule.Months);
        if (schedule.DetailedDailySchedules.Count > 0)
        {
            written[Rows] = new JsonArray([.. schedule.DetailedDailySchedules.Select(row => (JsonNode)Write(CalendarValues.Of(row), CalendarField.OfRow))]);
        }

        return written;
    }

    private static JsonObject Write(CalendarValues values, IReadOnlyList<CalendarField> fields)
    {
        var written = new JsonObject();
        foreach (var field in fields)
        {
            var value = values[field.Name];
            if (value != 0) written[field.JsonName] = field.Kind == CalendarKind.Number ? JsonValue.Create(value) : JsonValue.Create(field.Write(value));
        }

        return written;
    }

    private static JsonArray Numbers(CalendarNumbers numbers) => new([.. numbers.Select(number => (JsonNode)JsonValue.Create(number))]);
}
