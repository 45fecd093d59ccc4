using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Writes the members of an answer.</summary>
internal static class AnswerWriter
{
    public static void WriteError(Utf8JsonWriter writer, string code, ConnectorError error, string? language)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, code);
        writer.WriteString("reason"u8, error.Reason);
        writer.WriteString("message"u8, error.MessageFor(language));
        writer.WriteBoolean("retryable"u8, error.Retryable);
        writer.WriteBoolean("inDoubt"u8, error.InDoubt);
        if (error.RetryAfter is { } wait) writer.WriteNumber("retryAfterSeconds"u8, InvokeJson.SecondsOf(wait));
        else writer.WriteNull("retryAfterSeconds"u8);
        if (error.Offenders.Count > 0) WriteOffenders(writer, error.Offenders);
        writer.WriteEndObject();
    }

    private static void WriteOffenders(Utf8JsonWriter writer, IReadOnlyList<string> offenders)
    {
        writer.WriteStartArray("offenders"u8);
        foreach (var offender in offenders) writer.WriteStringValue(offender);
        writer.WriteEndArray();
    }
}
