using Microsoft.AspNetCore.Http;

namespace Emulators.OneC;

/// <summary>Writes an answer to the wire.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpContext context, OneCReply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        if (reply.ContentType is not null) response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers) response.Headers[name] = value;
        if (reply.Stream is { } stream)
        {
            await stream(response.Body, context.RequestAborted);
            return;
        }

        if (reply.Status is 204 or 304) return;
        response.ContentLength = reply.Body.Length;
        await response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    public static async Task WriteHalfAsync(HttpContext context, OneCReply reply)
    {
        using var whole = new MemoryStream();
        if (reply.Stream is { } stream) await stream(whole, context.RequestAborted);
        else await whole.WriteAsync(reply.Body, context.RequestAborted);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        await context.Response.Body.WriteAsync(whole.ToArray().AsMemory(0, (int)whole.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
