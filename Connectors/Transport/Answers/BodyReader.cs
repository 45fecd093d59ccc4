using System.Buffers;

namespace Connectors.Transport;

/// <summary>Reads a whole body within a limit; a larger one is refused, never cut.</summary>
internal static class BodyReader
{
    private const int FirstPiece = 16 * 1024;

    public static async ValueTask<byte[]> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        limit = Math.Min(limit, Array.MaxLength - 1);
        var length = content.Headers.ContentLength;
        if (length > limit) throw new AnswerTooLargeException(limit);
        if (length == 0) return [];
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return length is { } known
            ? await ReadKnownAsync(stream, (int)known, cancellationToken).ConfigureAwait(false)
            : await ReadUnknownAsync(stream, limit, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<byte[]> ReadKnownAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        // A length is a promise: room is made as bytes come, so that a promise alone takes no memory.
        if (length > 1024 * 1024) return await ReadUnknownAsync(stream, length, cancellationToken).ConfigureAwait(false);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
        return body;
    }

    private static async ValueTask<byte[]> ReadUnknownAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        var room = ArrayPool<byte>.Shared.Rent(FirstPiece);
        try
        {
            var taken = 0;
            while (true)
            {
                var read = await stream.ReadAsync(room.AsMemory(taken), cancellationToken).ConfigureAwait(false);
                if (read == 0) return room.AsSpan(0, taken).ToArray();
                taken += read;
                if (taken > limit) throw new AnswerTooLargeException(limit);
                if (taken == room.Length) room = Larger(room);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static byte[] Larger(byte[] room)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, room.Length * 2L));
        room.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(room);
        return larger;
    }
}
