using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Server.Api;

/// <summary>Writes answers.</summary>
internal static class Answers
{
    /// <summary>The JSON of everything that is not a value of a call.</summary>
    public static readonly JsonSerializerOptions Json = Of(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Sets options up as answers need them; the description of the API reads the same.</summary>
    public static JsonSerializerOptions Of(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }

    public static ValueTask<Exception?> WriteAsync(HttpContext context, InvokeResult result, ApiCaller caller, long elapsedMs)
    {
        if (result.IsOk && InvokeJson.IsStreamed(result.Value)) return WriteStreamAsync(context, (ConnectorTable)result.Value!, caller);
        if (result.IsOk) WriteValue(context, result.Value, caller, elapsedMs);
        else WriteError(context, ApiError.Of(result.Error), caller.RequestId, caller.Language);
        return new((Exception?)null);
    }

    public static void WriteValue(HttpContext context, object? value, ApiCaller caller, long elapsedMs)
    {
        using var buffer = new AnswerBuffer();
        InvokeJson.WriteResult(buffer, value, caller.RequestId, elapsedMs);
        Send(context, 200, buffer);
    }

    public static void WriteError(HttpContext context, ApiError error, string requestId, string? language)
    {
        using var buffer = new AnswerBuffer();
        InvokeJson.WriteError(buffer, error.Error, language, requestId, error.Code);
        if (error.Error.RetryAfter is { } wait) context.Response.Headers.RetryAfter = InvokeJson.SecondsOf(wait).ToString(CultureInfo.InvariantCulture);
        Send(context, error.Status, buffer);
    }

    public static Task WriteBodyAsync<T>(HttpContext context, T body, int status = 200)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, Json, InvokeJson.ContentType, context.RequestAborted);
    }

    private static async ValueTask<Exception?> WriteStreamAsync(HttpContext context, ConnectorTable table, ApiCaller caller)
    {
        context.Response.ContentType = InvokeJson.ContentType;
        return await InvokeJson.WriteStreamAsync(context.Response.BodyWriter, table, caller.RequestId, caller.Language, context.RequestAborted);
    }

    public static void Send(HttpContext context, int status, AnswerBuffer buffer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = InvokeJson.ContentType;
        context.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) context.Response.BodyWriter.Write(buffer.Written);
    }
}
