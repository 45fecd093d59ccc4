using System.Diagnostics.CodeAnalysis;

namespace Connectors.Hosting;

/// <summary>
/// Kept outcomes as bytes, one after another in segments, the oldest segment given up first. A few large arrays cost the garbage
/// collector nothing, where as many objects as there are outcomes would be copied and marked again and again. Guarded by its owner's lock.
/// </summary>
internal sealed class ReplayLog(long maxBytes)
{
    private const int LargestSegment = 1024 * 1024;
    private const int IndexBytes = 48;
    private readonly int segmentSize = (int)Math.Clamp(maxBytes / 16, 1024, LargestSegment);
    private readonly Dictionary<ulong, Place> index = [];
    private readonly Queue<Segment> segments = new();
    private Segment? last;
    private long bytes;

    public long Bytes => bytes;

    public bool TryFind(ReplayKey key, out ReadOnlyMemory<byte> record)
    {
        record = index.TryGetValue(key.Hash, out var place) ? place.Segment.Bytes.AsMemory(place.From, place.Length) : default;
        return !record.IsEmpty && ReplayRecord.IsOf(key, record.Span);
    }

    public void Append(ReplayKey key, ReadOnlySpan<byte> record, long now)
    {
        if (last is null || last.Bytes.Length - last.Used < record.Length) Open(Math.Max(segmentSize, record.Length));
        record.CopyTo(last.Bytes.AsSpan(last.Used));
        index[key.Hash] = new Place(last, last.Used, record.Length);
        last.Used += record.Length;
        last.Keys.Add(key.Hash);
        last.WrittenAt = now;
        bytes += IndexBytes;
        while (bytes > maxBytes && segments.Count > 1) DropOldest();
    }

    /// <summary>Gives up the segments whose youngest outcome is older than this.</summary>
    public void Expire(long olderThan)
    {
        while (segments.TryPeek(out var oldest) && oldest.WrittenAt < olderThan) DropOldest();
    }

    [MemberNotNull(nameof(last))]
    private void Open(int size)
    {
        last = new Segment(size);
        segments.Enqueue(last);
        bytes += size;
    }

    private void DropOldest()
    {
        var oldest = segments.Dequeue();
        foreach (var hash in oldest.Keys)
        {
            // A late outcome may stand in a younger segment.
            if (index.TryGetValue(hash, out var place) && place.Segment == oldest) index.Remove(hash);
        }

        bytes -= oldest.Bytes.Length + ((long)IndexBytes * oldest.Keys.Count);
        if (last == oldest) last = null;
    }

    private sealed class Segment(int size)
    {
        public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

        public List<ulong> Keys { get; } = [];

        public int Used { get; set; }

        public long WrittenAt { get; set; }
    }

    private readonly record struct Place(Segment Segment, int From, int Length);
}
