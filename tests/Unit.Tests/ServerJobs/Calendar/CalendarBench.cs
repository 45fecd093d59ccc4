using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

/// <summary>Schedules from short texts, and their starts as short texts.</summary>
internal static class CalendarBench
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>Reads the JSON form; every day unless it says otherwise.</summary>
    public static CalendarSchedule Schedule(string json)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node.TryAdd("daysRepeatPeriod", 1);
        return Read(node.ToJsonString()).Schedule!;
    }

    public static (CalendarSchedule? Schedule, IReadOnlyList<JobsProblem> Problems) Read(string json)
    {
        var problems = new List<JobsProblem>();
        using var document = JsonDocument.Parse(json);
        var schedule = CalendarJson.Read(document.RootElement, "jobs[0].schedule", (path, value, expected, expectedRu) => problems.Add(new("jobs.json", path, "a", value?.GetRawText(), expected, expectedRu)));
        return (schedule, problems);
    }

    /// <summary>Consecutive starts of runs that take the same time; "never" when there are no more.</summary>
    public static IEnumerable<string> Starts(CalendarSchedule schedule, DateTime now, TimeSpan runTime, DateTime? lastStart = null, DateTime? lastEnd = null)
    {
        while (CalendarArithmetic.Next(schedule, now, lastStart, lastEnd) is { } start)
        {
            yield return Text(start);
            lastStart = start;
            lastEnd = now = start + runTime;
        }

        yield return "never";
    }

    /// <summary>Reads a date of 2026 unless it has a year.</summary>
    public static DateTime Time(string text) => DateTime.ParseExact(text.Length is 5 or 11 or 14 ? $"2026-{text}" : text, Formats, CultureInfo.InvariantCulture);

    public static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string[] Texts(string list) => [.. list.Split(", ").Select(text => text == "never" ? text : Text(Time(text)))];
}
