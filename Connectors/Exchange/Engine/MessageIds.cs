namespace Connectors.Exchange;

/// <summary>Ids and times of making that keep the order of their making, also within one millisecond. Thread-safe.</summary>
internal sealed class MessageIds(TimeProvider clock)
{
    private const int Counters = 4096;
    private readonly Lock gate = new();
    private long lastMillisecond;
    private int counter;
    private DateTimeOffset lastAt;
    private string lastId = "";

    /// <summary>The time in whole milliseconds: what is kept comes back equal.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>A new id, a UUID of version 7 later than every one before.</summary>
    public string Next()
    {
        lock (gate) return Make();
    }

    /// <summary>The id and the time of making of a new message. An id that was given may sort before the one of its predecessor; then the time tells them apart.</summary>
    public (string Id, DateTimeOffset CreatedAt) Take(string? given)
    {
        lock (gate)
        {
            var id = given ?? Make();
            var at = Now > lastAt ? Now : lastAt;
            if (at == lastAt && string.CompareOrdinal(id, lastId) <= 0) at = at.AddMilliseconds(1);
            (lastAt, lastId) = (at, id);
            return (id, at);
        }
    }

    private string Make()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (now > lastMillisecond) (lastMillisecond, counter) = (now, 0);
        else if (++counter == Counters) (lastMillisecond, counter) = (lastMillisecond + 1, 0);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(lastMillisecond)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
