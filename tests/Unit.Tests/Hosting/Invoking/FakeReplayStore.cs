using System.Collections.Concurrent;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Invoking;

/// <summary>A replay store in memory that can be told to fail.</summary>
internal sealed class FakeReplayStore : IReplayStore
{
    private readonly ConcurrentDictionary<string, byte[]?> outcomes = new(StringComparer.Ordinal);

    public bool FailsToBegin { get; set; }

    public bool FailsToComplete { get; set; }

    public IReadOnlyList<byte[]?> Outcomes => [.. outcomes.Values];

    public ValueTask<StoredReplay> TryBeginAsync(string key, byte[] arguments)
    {
        if (FailsToBegin) throw new IOException("The disk is full.");
        if (outcomes.TryAdd(key, null)) return new(new StoredReplay(StoredReplayState.New));
        return new(outcomes[key] is { } outcome ? new StoredReplay(StoredReplayState.Finished, outcome) : new StoredReplay(StoredReplayState.Unfinished));
    }

    public ValueTask CompleteAsync(string key, byte[] outcome)
    {
        if (FailsToComplete) throw new IOException("The disk is full.");
        outcomes[key] = outcome;
        return ValueTask.CompletedTask;
    }

    public ValueTask ForgetAsync(string key)
    {
        outcomes.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }

    /// <summary>Begins a key as another node would.</summary>
    public void BeginElsewhere(string key) => outcomes[key] = null;
}
