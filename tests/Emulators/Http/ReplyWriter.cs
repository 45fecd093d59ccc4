using System.Globalization;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Emulators;

/// <summary>Writes an answer to the wire, wholly or badly.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpContext context, Reply reply)
    {
        Begin(context, reply);
        if (reply.Body.Length > 0) await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    public static async Task WriteHalfAsync(HttpContext context, Reply reply)
    {
        Begin(context, reply);
        await context.Response.Body.WriteAsync(reply.Body[..(reply.Body.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    public static async Task DripAsync(HttpContext context, Reply reply, TimeSpan pace, TimeProvider clock)
    {
        Begin(context, reply);
        for (var at = 0; at < reply.Body.Length; at++)
        {
            await context.Response.Body.WriteAsync(reply.Body.Slice(at, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pace, clock, context.RequestAborted);
        }
    }

    /// <summary>Resets the connection, so that the caller sees no orderly end.</summary>
    public static void Reset(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket) socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
        context.Abort();
    }

    private static void Begin(HttpContext context, Reply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.ContentType is not null) context.Response.ContentType = reply.ContentType;
        if (reply.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (reply.Status is not (204 or 304)) context.Response.ContentLength = reply.Body.Length;
    }
}
