using System.Buffers;

namespace Server.Api;

/// <summary>Reads the whole body of a request; its limit is the server's own, which also holds for bodies that come in chunks.</summary>
internal static class RequestBody
{
    /// <summary>The body, valid until <see cref="Done"/>.</summary>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static void Done(HttpContext context, in ReadOnlySequence<byte> body) => context.Request.BodyReader.AdvanceTo(body.End);
}
