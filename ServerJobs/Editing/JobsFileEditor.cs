using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Changes the job file as a person with an editor would, without touching the rest of it. Every change is checked first and leaves a line in the log. Thread-safe.</summary>
public sealed class JobsFileEditor
{
    private const string WholeFile = "(all)";
    private readonly Lock gate = new();
    private readonly string path;
    private readonly JobsFile file;
    private readonly ILogger<JobsFileEditor> logger;

    internal JobsFileEditor(string path, JobsFile file, ILogger<JobsFileEditor> logger)
    {
        this.path = Path.GetFullPath(path);
        this.file = file;
        this.logger = logger;
        Text = new JobsFileText(this.path);
    }

    internal JobsFileText Text { get; }

    /// <summary>Reads a job's entry, also one that is wrong and therefore not in force.</summary>
    /// <param name="id">The job.</param>
    /// <returns>The entry with the revision of the file.</returns>
    /// <exception cref="JobsConfigException">The file cannot be used.</exception>
    public JobsFileView Read(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var bytes = JobsFileBytes.Read(Text, path);
        var (config, text) = JobsFileBytes.Parse(bytes, path);
        var index = text.Layout.IndexOf(id);
        return new JobsFileView(JobsRevision.Of(bytes), index < 0 ? null : text.Entry(index), JobsEdit.ProblemsOf(config, index));
    }

    /// <summary>The revision of the file and its time zone.</summary>
    /// <returns>The revision; the zone, or null when none is written.</returns>
    /// <exception cref="JobsConfigException">The file cannot be used.</exception>
    public (string Revision, string? TimeZone) ReadRoot()
    {
        var bytes = JobsFileBytes.Read(Text, path);
        var (_, text) = JobsFileBytes.Parse(bytes, path);
        return (JobsRevision.Of(bytes), text.Root("timeZone") is { ValueKind: JsonValueKind.String } zone ? zone.GetString() : null);
    }

    /// <summary>Adds a job behind the others.</summary>
    /// <param name="entry">The entry, as it goes into the file.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply Add(JsonElement entry, string? revision, string by)
    {
        var id = IdOf(entry);
        return Change("added", id ?? "?", revision, by, text =>
            id is not null && text.Layout.IndexOf(id) >= 0 ? JobsEditReplies.Taken(id) : new JobsEdit(text.Append(entry), text.Layout.Entries.Count));
    }

    /// <summary>Replaces a job's entry. The id stays: history is kept under it.</summary>
    /// <param name="id">The job.</param>
    /// <param name="entry">The new entry; its id may be left out.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply Replace(string id, JsonElement entry, string? revision, string by) => Change("replaced", id, revision, by, id, (text, index) =>
    {
        if (IdOf(entry) is { } named && !string.Equals(named, id.Trim(), StringComparison.OrdinalIgnoreCase)) return JobsEditReplies.Renamed(id, named);
        var lost = text.HasComments(index);
        return new JobsEdit(text.Replace(index, WithId(entry, text.Layout.Entries[index].Id!)), index) { LosesComments = lost };
    });

    /// <summary>Adds a copy of a job under another id. The copy is switched off, so that nothing starts twice unasked, and is not predefined.</summary>
    /// <param name="id">The job.</param>
    /// <param name="newId">The copy's id.</param>
    /// <param name="title">The copy's title; null for the one of the original.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply Copy(string id, string newId, string? title, string? revision, string by) => Change($"copied as '{newId}'", id, revision, by, id, (text, index) =>
        text.Layout.IndexOf(newId) >= 0 ? JobsEditReplies.Taken(newId) : new JobsEdit(text.Append(CopyOf(text.Entry(index), newId, title)), text.Layout.Entries.Count) { JobId = newId });

    /// <summary>Switches a job's schedule on or off.</summary>
    /// <param name="id">The job.</param>
    /// <param name="enabled">Whether the schedule starts it.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply Enable(string id, bool enabled, string? revision, string by) => Change(enabled ? "enabled" : "disabled", id, revision, by, id, (text, index) =>
        new JobsEdit(text.Set(index, text.Layout.Entries[index].Field("use") is null ? "enabled" : "use", JsonSerializer.SerializeToElement(enabled)), index));

    /// <summary>Gives a job a calendar schedule, in place of its period or of the schedule before.</summary>
    /// <param name="id">The job.</param>
    /// <param name="schedule">The schedule in the form of the file.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply SetSchedule(string id, JsonElement schedule, string? revision, string by) =>
        Change("given a schedule", id, revision, by, id, (text, index) => new JobsEdit(text.Set(index, "schedule", schedule, "period"), index));

    /// <summary>Gives a job a period, in place of its schedule or of the period before.</summary>
    /// <param name="id">The job.</param>
    /// <param name="period">The period in the form of the file.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply SetPeriod(string id, string period, string? revision, string by) =>
        Change($"given the period {period}", id, revision, by, id, (text, index) => new JobsEdit(text.Set(index, "period", JsonSerializer.SerializeToElement(period), "schedule"), index));

    /// <summary>Sets the time zone in which the calendar schedules of the file work.</summary>
    /// <param name="zone">The name, such as <c>Europe/Moscow</c>.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply SetTimeZone(string zone, string? revision, string by) =>
        Change($"put into the time zone {zone}", WholeFile, revision, by, text => new JobsEdit(text.SetRoot("timeZone", JsonSerializer.SerializeToElement(zone)), -1));

    /// <summary>Takes a job out of the file; its history stays. A run that is going ends as usual.</summary>
    /// <param name="id">The job.</param>
    /// <param name="revision">The revision it was made for; null for whatever is there.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>The answer.</returns>
    public JobsEditReply Delete(string id, string? revision, string by) => Change("deleted", id, revision, by, id, (text, index) =>
        text.Entry(index) is var entry && entry.TryGetProperty("predefined", out var predefined) && predefined.ValueKind == JsonValueKind.True
            ? JobsEditReplies.Predefined(id)
            : new JobsEdit(text.Remove(index), -1));

    private static string? IdOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()!.Trim() : null;

    private static JsonElement WithId(JsonElement entry, string id)
    {
        if (entry.ValueKind != JsonValueKind.Object || entry.TryGetProperty("id", out _)) return entry;
        var whole = JsonObject.Create(entry)!;
        whole.Insert(0, "id", id);
        return JsonSerializer.SerializeToElement(whole);
    }

    private static JsonElement CopyOf(JsonElement entry, string id, string? title)
    {
        var copy = JsonObject.Create(entry)!;
        copy["id"] = id;
        if (title is not null) copy[copy.ContainsKey("title") ? "title" : "name"] = title;
        copy.Remove("predefined");
        copy[copy.ContainsKey("use") ? "use" : "enabled"] = false;
        return JsonSerializer.SerializeToElement(copy);
    }

    private JobsEditReply Change(string what, string id, string? revision, string by, string existing, Func<JobsText, int, JobsEdit> edit)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Change(what, id, revision, by, text => text.Layout.IndexOf(existing) is >= 0 and var index ? edit(text, index) : JobsEditReplies.NotFound(id, text.Layout));
    }

    private JobsEditReply Change(string what, string id, string? revision, string by, Func<JobsText, JobsEdit> edit)
    {
        ArgumentNullException.ThrowIfNull(by);
        lock (gate)
        {
            try
            {
                return Write(what, id, revision, by, edit);
            }
            catch (JobsConfigException unusable)
            {
                return new(JobsEditVerdict.Unusable, unusable.Message, unusable.MessageRu);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                EditingLog.JobFileNotWritten(logger, path, by, refused);
                return JobsEditReplies.NotWritten(path, refused);
            }
        }
    }

    private JobsEditReply Write(string what, string id, string? revision, string by, Func<JobsText, JobsEdit> edit)
    {
        var bytes = JobsFileBytes.Read(Text, path);
        var before = JobsRevision.Of(bytes);
        if (revision is not null && revision != before) return JobsEditReplies.Changed(path) with { Revision = before };
        var (config, text) = JobsFileBytes.Parse(bytes, path);
        var change = edit(text);
        if (change.Text is null) return change.Refusal! with { Revision = before };
        var after = change.Text.ToFile();
        var wrong = change.NewProblems(config, JobsConfigReader.Read(after, path));
        if (wrong.Count > 0) return JobsEditReplies.Wrong(id, wrong) with { Revision = before };
        var revised = JobsRevision.Of(after);
        if (revised != before)
        {
            if (!Text.Replace(bytes, after)) return JobsEditReplies.Changed(path) with { Revision = before };
            EditingLog.JobEdited(logger, id, what, by, before, revised);
            file.Reload();
        }

        var job = change.Index < 0 && id == WholeFile ? null : change.JobId ?? id;
        return JobsEditReplies.Done(job, change.LosesComments) with { Revision = revised, JobId = job };
    }
}
