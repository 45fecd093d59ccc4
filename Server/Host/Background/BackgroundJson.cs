using System.Text.Json;
using Cleverence.Connectivity;
using Connectors.Hosting;
using Server.Api;
using ServerJobs.Background;

namespace Server.Background;

/// <summary>Operations and notifications as clients read them. Their values are values of calls, so they are written as those are.</summary>
internal static class BackgroundJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>An operation: the result record of a long operation and what lists show.</summary>
    public static ConnectorRecord RecordOf(BackgroundOperation operation, ApiCaller caller) => new()
    {
        { "operationId", operation.Id },
        { "status", operation.Status.ToString() },
        { "state", operation.State.ToString() },
        { "outcome", operation.Outcome?.ToString() },
        { "call", operation.Call },
        { "key", operation.Key },
        { "title", operation.Title },
        { "userId", operation.UserId },
        { "deviceId", operation.Owner.DeviceId },
        { "startedAt", ConnectorValues.FormatDateTimeOffset(operation.StartedAt) },
        { "endedAt", operation.EndedAt is { } ended ? ConnectorValues.FormatDateTimeOffset(ended) : null },
        { "cancelledBy", operation.CancelledBy?.ToString() },
        { "resultAddress", operation.ResultAddress },
        { "portions", (long)operation.PortionCount },
        { "attempt", 1L },
        { "progress", NotificationContent.RecordOf(operation.Progress) },
        { "messages", operation.Messages.Select(NotificationContent.RecordOf).ToList<object?>() },
        { "error", operation.Error is { } error ? ErrorOf(error, caller.Language) : null },
        { "errorInfo", operation.Error is { } info ? InfoOf(info, caller) : null },
    };

    /// <summary>The answer about one operation.</summary>
    public static void Write(HttpContext context, int status, ConnectorRecord body, ApiCaller caller)
    {
        var answer = new ConnectorRecord { { "ok", true } };
        foreach (var field in body) answer.Add(field.Key, field.Value);
        answer.Add("requestId", caller.RequestId);
        using var buffer = new AnswerBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Writing)) InvokeJson.WriteValue(writer, answer);
        Answers.Send(context, status, buffer);
    }

    /// <summary>The envelope of a notification.</summary>
    public static void Write(Utf8JsonWriter writer, Notification notification, string? language)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, notification.Kind);
        writer.WriteString("operationId"u8, notification.OperationId);
        writer.WriteNumber("sentAtUtcMs"u8, notification.AddedMs);
        writer.WriteString("group"u8, notification.Group);
        if (notification.IsLarge) writer.WriteString("reference"u8, $"/api/v1/notifications/{notification.Id}");
        writer.WritePropertyName("result"u8);
        if (notification.IsLarge && notification.Content.Count == 0) writer.WriteNullValue();
        else InvokeJson.WriteValue(writer, new ConnectorRecord(notification.Content.Select(field => field is { Key: "error", Value: ConnectorRecord error } ? KeyValuePair.Create(field.Key, (object?)NotificationContent.ErrorFor(error, language)) : field)));
        writer.WriteEndObject();
    }

    /// <summary>The envelope of a notification as bytes.</summary>
    public static ReadOnlyMemory<byte> EnvelopeOf(Notification notification, string? language)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing)) Write(writer, notification, language);
        return buffer.WrittenMemory;
    }

    /// <summary>A page of notifications, with the place to go on from.</summary>
    public static void Write(HttpContext context, IReadOnlyList<Notification> page, long next, string? language)
    {
        using var buffer = new AnswerBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("notifications"u8);
            foreach (var notification in page) Write(writer, notification, language);
            writer.WriteEndArray();
            writer.WriteNumber("next"u8, next);
            writer.WriteEndObject();
        }

        Answers.Send(context, 200, buffer);
    }

    public static string NameOf(string kind) => kind switch
    {
        NotificationKinds.Message => "message",
        NotificationKinds.Progress => "progress",
        NotificationKinds.Finished => "finished",
        _ => "notice",
    };

    /// <summary>The error in the language of the reader.</summary>
    public static ConnectorRecord ErrorOf(ConnectorError error, string? language) => NotificationContent.ErrorFor(NotificationContent.RecordOf(error)!, language);

    // What a foreign system wrote is for administrators; a handheld is told what the error says of itself.
    private static ConnectorRecord InfoOf(ConnectorError error, ApiCaller caller)
    {
        var text = error.MessageFor(caller.Language);
        var more = BackgroundAccess.IsAdministrator(caller) && error.Detail is { } detail ? [detail] : error.Offenders;
        var origin = BackgroundAccess.IsAdministrator(caller) && error.Detail is { } told ? ErrorOrigin.Of(told) : ErrorOrigin.Unknown;
        return new ConnectorRecord { { "short", text }, { "detailed", string.Join('\n', more.Prepend(text)) }, { "causes", origin.Causes.ToList<object?>() }, { "place", origin.Place } };
    }
}
