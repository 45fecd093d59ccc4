using System.Text.Json;
using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>Reads one entry of the list of jobs and reports everything wrong with it at once.</summary>
internal sealed class JobEntryReader(string file, string path, List<JobsProblem> problems)
{
    private const int MaxRetries = 10;
    private const int MaxIdLength = 200;
    private static readonly string[] Known = ["id", "name", "call", "period", "enabled", "runAtStart", "timeout", "retries"];
    private static readonly string[] KnownOfRetries = ["count", "delay"];
    private string? id;

    /// <summary>Reads the entry.</summary>
    /// <returns>The job, or null when anything is wrong with it.</returns>
    public ServerJob? Read(JsonElement entry, out string? jobId)
    {
        var before = problems.Count;
        jobId = null;
        if (entry.ValueKind != JsonValueKind.Object)
        {
            Report("", entry, "an object with id, name, call and period", "объект с полями id, name, call и period");
            return null;
        }

        id = jobId = ReadId(entry);
        var fields = Fields(entry, "", Known);
        if (id is null) Report(".id", fields.Get("id"), $"a text of 1 to {MaxIdLength} characters", $"текст от 1 до {MaxIdLength} символов");
        var name = fields.Get("name") is null ? id : Text(fields, "name");
        var call = ReadCall(fields);
        var period = Period(fields, "period", "", required: true);
        var job = (Enabled: Flag(fields, "enabled", true), AtStart: Flag(fields, "runAtStart", false), Timeout: Period(fields, "timeout", "", required: false), Retries: ReadRetries(fields));
        return problems.Count > before ? null : new ServerJob(id!, name!, call!, period!.Value)
        {
            Enabled = job.Enabled,
            RunAtStart = job.AtStart,
            Timeout = job.Timeout,
            Retries = job.Retries,
        };
    }

    private static string? ReadId(JsonElement entry) =>
        entry.TryGetProperty("id", out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 and <= MaxIdLength } text ? text : null;

    private ConnectorCall? ReadCall(Dictionary<string, JsonElement> fields)
    {
        var value = fields.Get("call");
        if (value is { ValueKind: JsonValueKind.String } && ConnectorCall.TryParse(value.Value.GetString(), out var call)) return call;
        Report(".call", value, "ConnectorId:Method or ConnectorId:Class.Method", "ИдКоннектора:Метод или ИдКоннектора:Класс.Метод");
        return null;
    }

    private JobRetries? ReadRetries(Dictionary<string, JsonElement> fields)
    {
        if (fields.Get("retries") is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(".retries", value, "an object with count and delay", "объект с полями count и delay");
            return null;
        }

        var inner = Fields(value, ".retries", KnownOfRetries);
        var count = 0;
        var counted = inner.Get("count") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out count) && count is >= 1 and <= MaxRetries;
        if (!counted) Report(".retries.count", inner.Get("count"), $"a whole number 1..{MaxRetries}", $"целое число 1..{MaxRetries}");
        var delay = Period(inner, "delay", ".retries", required: true);
        return counted && delay is { } wait ? new JobRetries(count, wait) : null;
    }

    private JobPeriod? Period(Dictionary<string, JsonElement> fields, string name, string under, bool required)
    {
        var value = fields.Get(name);
        if (value is null && !required) return null;
        if (value is { ValueKind: JsonValueKind.String } && JobPeriod.TryParse(value.Value.GetString(), out var period)) return period;
        Report($"{under}.{name}", value, JobPeriod.Format, JobPeriod.FormatRu);
        return null;
    }

    private string? Text(Dictionary<string, JsonElement> fields, string name)
    {
        var value = fields.Get(name);
        if (value is { ValueKind: JsonValueKind.String } && value.Value.GetString()!.Trim() is { Length: > 0 } text) return text;
        Report($".{name}", value, "a text that is not empty", "непустой текст");
        return null;
    }

    private bool Flag(Dictionary<string, JsonElement> fields, string name, bool otherwise)
    {
        var value = fields.Get(name);
        if (value is null) return otherwise;
        if (value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.Value.GetBoolean();
        Report($".{name}", value, "true or false", "true или false");
        return otherwise;
    }

    private Dictionary<string, JsonElement> Fields(JsonElement element, string under, string[] known)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal)) Report($"{under}.{property.Name}", property.Value, $"only {string.Join(", ", known)}", $"только {string.Join(", ", known)}");
            else if (!fields.TryAdd(property.Name, property.Value)) Report($"{under}.{property.Name}", property.Value, "the property once", "свойство один раз");
        }

        return fields;
    }

    private void Report(string under, JsonElement? value, string expected, string expectedRu) =>
        problems.Add(new(file, path + under, id, value?.GetRawText(), expected, expectedRu));
}
