using System.Text.Json;
using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>Reads one entry of the list of jobs and reports everything wrong with it at once.</summary>
internal sealed class JobEntryReader(string file, string path, TimeZoneInfo? zone, List<JobsProblem> problems)
{
    private const int MaxIdLength = 200, MaxNameLength = 255, MaxKeyLength = 128, MaxReasonLength = 500, MaxTimeoutDays = 30;

    // The same file must read the same on any day, so this is no distance from today.
    private const int LastYear = 2125;
    private static readonly string[] Known =
    [
        "id", "name", "title", "call", "key", "period", "schedule", "enabled", "use", "predefined", "parameters", "user", "runAtStart", "timeout", "retries", "jitter", "catchUp", "pause", "overlap",
    ];

    private static readonly string[] KnownOfPause = ["reason", "until"];
    private string? id;

    /// <summary>Reads the entry.</summary>
    /// <returns>The job, or null when anything is wrong with it.</returns>
    public ServerJob? Read(JsonElement entry, out string? jobId)
    {
        var before = problems.Count;
        jobId = null;
        if (entry.ValueKind != JsonValueKind.Object)
        {
            Report("", entry, "an object with id, name, call and period or schedule", "объект с полями id, name, call и period или schedule");
            return null;
        }

        id = jobId = ReadId(entry);
        var fields = new EntryFields(entry, "", Known, Report);
        if (id is null) fields.Report("id", $"a text of 1 to {MaxIdLength} characters", $"текст от 1 до {MaxIdLength} символов");
        var nameField = fields.OneOf("name", "title");
        var timing = new TimingReader(fields, zone, Report, Warn);
        var timetable = timing.Timetable();
        var job = new ServerJob(
            id ?? "",
            fields.Get(nameField) is null ? id ?? "" : fields.Text(nameField, MaxNameLength) ?? "",
            ReadCall(fields) ?? new ConnectorCall("", ""),
            timetable ?? (JobTimetable)default(JobPeriod))
        {
            Key = fields.OptionalText("key", MaxKeyLength),
            Enabled = fields.Flag(fields.OneOf("enabled", "use"), true),
            Predefined = fields.Flag("predefined", false),
            Parameters = ReadParameters(fields),
            User = fields.OptionalText("user", MaxNameLength),
            RunAtStart = fields.Flag("runAtStart", false),
            Timeout = fields.Get("timeout") is null ? null : fields.Length("timeout", MaxTimeoutDays),
            Retries = timing.Retries(),
            Jitter = timing.Jitter(timetable),
            CatchUp = timing.CatchUp(),
            Pause = ReadPause(fields),
            Overlap = timing.Overlap(),
        };
        return problems.Skip(before).Any(problem => !problem.IsWarning) ? null : job;
    }

    private static string? ReadId(JsonElement entry) =>
        entry.TryGetProperty("id", out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 and <= MaxIdLength } text ? text : null;

    private static ConnectorCall? ReadCall(EntryFields fields)
    {
        if (fields.Get("call") is { ValueKind: JsonValueKind.String } value && ConnectorCall.TryParse(value.GetString(), out var call)) return call;
        fields.Report("call", "ConnectorId:Method or ConnectorId:Class.Method", "ИдКоннектора:Метод или ИдКоннектора:Класс.Метод");
        return null;
    }

    private static JobParameters ReadParameters(EntryFields fields)
    {
        if (fields.Get("parameters") is not { } value) return JobParameters.None;
        try
        {
            if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) return JobParameters.Read(value);
            fields.Report("parameters", "a list of values, or an object of named values", "список значений или объект с именованными значениями");
        }
        catch (FormatException wrong)
        {
            fields.Report("parameters", $"values of the contract ({wrong.Message})", $"значения, которые можно передать ({wrong.Message})");
        }

        return JobParameters.None;
    }

    private FilePause? ReadPause(EntryFields fields)
    {
        if (fields.Get("pause") is not { } value || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            fields.Report("pause", "an object with reason and until", "объект с полями reason и until");
            return null;
        }

        var inner = new EntryFields(value, ".pause", KnownOfPause, Report);
        var reason = inner.Text("reason", MaxReasonLength);
        if (inner.Get("until") is not { } end) return new FilePause(reason ?? "", null);
        if (end.ValueKind == JsonValueKind.String && end.GetString()!.Length >= "2026-05-31T14:00Z".Length && end.TryGetDateTimeOffset(out var until) && until.UtcDateTime.Year <= LastYear) return new FilePause(reason ?? "", until);
        inner.Report(
            "until",
            $"a moment with its offset up to the year {LastYear}, such as 2026-05-31T14:00:00+03:00; leave it out for a pause without an end",
            $"момент со смещением не позже {LastYear} года, например 2026-05-31T14:00:00+03:00; без срока - уберите это поле");
        return null;
    }

    private void Warn(string under, JsonElement? value, string expected, string expectedRu) =>
        problems.Add(new(file, path + under, id, value?.GetRawText(), expected, expectedRu) { IsWarning = true });

    private void Report(string under, JsonElement? value, string expected, string expectedRu) =>
        problems.Add(new(file, path + under, id, value?.GetRawText(), expected, expectedRu));
}
