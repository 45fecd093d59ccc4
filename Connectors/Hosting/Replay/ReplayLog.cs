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
    private readonly Dictionary<int, Segment> segments = [];

    // By number and not by reference: the garbage collector does not look into it, however large it is.
    private readonly Dictionary<ulong, Place> index = [];
    private Segment? last;

    // A fresh megabyte costs as much as some hundred calls: the one given up last is taken again.
    private Segment? spare;
    private int oldest;
    private int next;
    private long bytes;

    public long Bytes => bytes;

    /// <summary>Finds a record; good until the next change.</summary>
    public bool TryFind(ReplayKey key, out ReadOnlySpan<byte> record)
    {
        record = index.TryGetValue(key.Hash, out var place) ? segments[place.Segment].Bytes.AsSpan(place.From, place.Length) : default;
        return !record.IsEmpty && ReplayRecord.IsOf(key, record);
    }

    public void Append(ReplayKey key, ReadOnlySpan<byte> record, long now)
    {
        if (last is null || last.Bytes.Length - last.Used < record.Length) Open(Math.Max(segmentSize, record.Length));
        record.CopyTo(last.Bytes.AsSpan(last.Used));
        index[key.Hash] = new Place(next - 1, last.Used, record.Length);
        last.Used += record.Length;
        last.Keys.Add(key.Hash);
        last.WrittenAt = now;
        bytes += IndexBytes;
        while (bytes > maxBytes && segments.Count > 1) DropOldest();
    }

    /// <summary>Gives up the segments whose youngest outcome is older than this.</summary>
    public void Expire(long olderThan)
    {
        while (segments.TryGetValue(oldest, out var first) && first.WrittenAt < olderThan) DropOldest();
    }

    [MemberNotNull(nameof(last))]
    private void Open(int size)
    {
        last = spare?.Bytes.Length == size ? spare : new Segment(size);
        spare = null;
        segments.Add(next++, last);
        bytes += size;
    }

    private void DropOldest()
    {
        segments.Remove(oldest, out var dropped);
        foreach (var hash in dropped!.Keys)
        {
            // A late outcome may stand in a younger segment.
            if (index.TryGetValue(hash, out var place) && place.Segment == oldest) index.Remove(hash);
        }

        oldest++;
        bytes -= dropped.Bytes.Length + ((long)IndexBytes * dropped.Keys.Count);
        if (last == dropped) last = null;
        dropped.Keys.Clear();
        dropped.Used = 0;
        if (dropped.Bytes.Length == segmentSize) spare = dropped;
    }

    private sealed class Segment(int size)
    {
        public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

        public List<ulong> Keys { get; } = [];

        public int Used { get; set; }

        public long WrittenAt { get; set; }
    }

    private readonly record struct Place(int Segment, int From, int Length);
}
