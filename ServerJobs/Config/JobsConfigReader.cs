using System.Text.Json;

namespace ServerJobs;

/// <summary>Reads the text of <c>jobs.json</c>. A wrong entry is left out and reported; a wrong file is an exception.</summary>
internal static class JobsConfigReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

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
            throw new JobsConfigException($"{file}: the file must be an object with the list 'jobs': {{\"jobs\":[]}}.", $"{file}: в файле должен быть объект со списком 'jobs': {{\"jobs\":[]}}.");
        }

        foreach (var property in root.EnumerateObject().Where(property => property.Name != "jobs"))
        {
            problems.Add(new(file, property.Name, null, property.Value.GetRawText(), "only 'jobs' at this place", "здесь только 'jobs'"));
        }

        return new JobsConfig(ReadEntries(list, file, problems), problems);
    }

    private static List<ServerJob> ReadEntries(JsonElement list, string file, List<JobsProblem> problems)
    {
        var jobs = new List<ServerJob>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var index = 0;
        foreach (var entry in list.EnumerateArray())
        {
            var job = new JobEntryReader(file, $"jobs[{index}]", problems).Read(entry, out var id);
            if (id is not null && !seen.TryAdd(id, index))
            {
                problems.Add(new(file, $"jobs[{index}].id", id, $"\"{id}\"", $"an id of its own; jobs[{seen[id]}] already has it", $"собственный идентификатор; такой уже есть у jobs[{seen[id]}]"));
                job = null;
            }

            if (job is not null) jobs.Add(job);
            index++;
        }

        return jobs;
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
