namespace Benchmarks.Exchange;

/// <summary>Payloads made before the clock runs; ids and documents are new each time.</summary>
internal sealed class AcceptedMessages(int made)
{
    private readonly AcceptedMessage[] messages = [.. Enumerable.Range(0, made).Select(AcceptedMessage.Make)];
    private int number;

    public AcceptedMessage Next()
    {
        var next = Interlocked.Increment(ref number);
        return messages[next % messages.Length] with { Id = Guid.CreateVersion7().ToString(), Document = $"doc-{next}" };
    }
}
