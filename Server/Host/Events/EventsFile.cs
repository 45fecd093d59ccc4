using System.Text.Json;
using Cleverence.Connectivity;

namespace Server.Events;

/// <summary>Reads <c>config/events.json</c> whenever it has changed; a wrong file leaves the last good state in force.</summary>
internal sealed class EventsFile(string path, ILogger<EventsFile> log)
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly Lock sync = new();
    private DateTime? readAt;
    private EventsConfig config = EventsConfig.None;

    public EventsConfig Current
    {
        get
        {
            lock (sync)
            {
                var changed = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : default;
                if (changed != readAt) Read(changed);
                return config;
            }
        }
    }

    private void Read(DateTime changed)
    {
        try
        {
            config = changed == default ? EventsConfig.None : Parse(File.ReadAllText(path));
            readAt = changed;
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // A file that cannot be opened right now is tried again; one that is wrong is not reported at every event.
            if (failure is JsonException or FormatException or InvalidOperationException) readAt = changed;
            log.EventsUnreadable(path, failure.Message);
        }
    }

    private static EventsConfig Parse(string text)
    {
        using var document = JsonDocument.Parse(text, Reading);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("It must hold a JSON object.");
        var result = EventsConfig.None;
        foreach (var field in document.RootElement.EnumerateObject())
        {
            result = field.Name switch
            {
                "documentCompleted" => result with { DocumentCompleted = Calls(field.Value) },
                "addSession" when field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False => result with { AddSession = field.Value.GetBoolean() },
                "addSession" => throw new FormatException("addSession takes true or false."),
                _ => throw new FormatException($"The name '{field.Name}' is not known; known: documentCompleted, addSession."),
            };
        }

        return result;
    }

    private static List<ConnectorCall> Calls(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => ConnectorCall.Parse(item.GetString()!))]
            : throw new FormatException("documentCompleted takes a list of addresses such as [\"Id:Method\"].");
}
