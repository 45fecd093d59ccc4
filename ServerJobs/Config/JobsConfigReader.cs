using System.Text.Json;

namespace ServerJobs;

/// <summary>Reads the text of <c>jobs.json</c>. A wrong entry is left out and reported; a wrong file is an exception.</summary>
internal static class JobsConfigReader
{
    private const string ZoneField = "timeZone";
    public static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static JobsConfig Read(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            return ReadRoot(utf8, file);
        }
        catch (InvalidOperationException undecodable)
        {
            // What JSON says of a text it cannot decode, wherever that is looked at: mostly a file saved in the code page of Windows.
            throw new JobsConfigException($"{file}: the file is not UTF-8, or a text in it holds half a character. Save it as UTF-8.", $"{file}: файл не в UTF-8, или в тексте половина символа. Сохраните его в UTF-8.", undecodable);
        }
    }

    private static JobsConfig ReadRoot(ReadOnlyMemory<byte> utf8, string file)
    {
        using var document = Parse(utf8, file);
        var problems = new List<JobsProblem>();
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("jobs", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new JobsConfigException($"{file}: the file must be an object with the list 'jobs': {{\"jobs\":[]}}.", $"{file}: в файле должен быть объект со списком «jobs»: {{\"jobs\":[]}}.");
        }

        foreach (var property in root.EnumerateObject().Where(property => property.Name is not ("jobs" or ZoneField)))
        {
            problems.Add(new(file, property.Name, null, property.Value.GetRawText(), $"only 'jobs' and '{ZoneField}' at this place", $"здесь только «jobs» и «{ZoneField}»"));
        }

        var zone = ReadZone(root, file, problems);
        var (jobs, paths) = ReadEntries(list, file, zone, problems);
        return new JobsConfig(jobs, problems) { Zone = zone, Paths = paths };
    }

    private static TimeZoneInfo? ReadZone(JsonElement root, string file, List<JobsProblem> problems)
    {
        if (!root.TryGetProperty(ZoneField, out var value)) return null;
        try
        {
            if (value.ValueKind == JsonValueKind.String) return TimeZoneInfo.FindSystemTimeZoneById(value.GetString()!.Trim());
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException or ArgumentException or IOException)
        {
            // Reported below, like a value of another kind.
        }

        problems.Add(new(file, ZoneField, null, value.GetRawText(), "the name of a time zone this system knows, such as \"Europe/Moscow\"; until then no job with a schedule runs", "имя часового пояса, известного системе, например \"Europe/Moscow\"; до этого задания с расписанием не выполняются"));
        return null;
    }

    private static (List<ServerJob> Jobs, List<string> Paths) ReadEntries(JsonElement list, string file, TimeZoneInfo? zone, List<JobsProblem> problems)
    {
        var jobs = new List<ServerJob>();
        var paths = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var index = 0;
        foreach (var entry in list.EnumerateArray())
        {
            var path = $"jobs[{index}]";
            var job = new JobEntryReader(file, path, zone, problems).Read(entry, out var id);
            if (id is not null && !seen.TryAdd(id, index))
            {
                problems.Add(new(file, $"{path}.id", id, $"\"{id}\"", $"an id of its own; jobs[{seen[id]}] already has it", $"собственный идентификатор; такой уже есть у jobs[{seen[id]}]"));
                job = null;
            }

            if (job is not null)
            {
                jobs.Add(job);
                paths.Add(path);
            }

            index++;
        }

        return (jobs, paths);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        // Editors of Windows put a byte order mark in front, which JSON does not know.
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            return JsonDocument.Parse(utf8, Lenient);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            throw new JobsConfigException($"{file}: the file is not JSON, line {line}: {broken.Message}", $"{file}: ошибка JSON в строке {line}: {broken.Message}", broken);
        }
    }
}
