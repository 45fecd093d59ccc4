using System.Buffers;

namespace Server.Api;

/// <summary>Reads the whole body of a request; its limit is the server's own, which also holds for bodies that come in chunks.</summary>
internal static class RequestBody
{
    public static async ValueTask<T> ReadAsync<T>(HttpContext context, Func<ReadOnlySequence<byte>, T> read)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var body = await reader.ReadAsync(context.RequestAborted);
            if (!body.IsCompleted)
            {
                reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
                continue;
            }

            try
            {
                return read(body.Buffer);
            }
            finally
            {
                // Also when the body is wrong: a reader left in the middle of a read breaks the connection after the answer.
                reader.AdvanceTo(body.Buffer.End);
            }
        }
    }
}
