namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>The machine's clock, which can be set ahead: timers run as usual.</summary>
internal sealed class MovedTime : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => System.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref ahead)).TotalSeconds * TimestampFrequency);

    public void Move(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
