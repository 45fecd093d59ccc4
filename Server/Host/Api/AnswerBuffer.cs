using System.Buffers;

namespace Server.Api;

/// <summary>Holds an answer until it is known to be whole: then its length is known too, and no error can come too late.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(Length);
    }

    public void Add(ReadOnlySpan<byte> more)
    {
        more.CopyTo(GetSpan(more.Length));
        Advance(more.Length);
    }

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void Reserve(int sizeHint)
    {
        if (bytes.Length - Length >= Math.Max(1, sizeHint)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + sizeHint));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
