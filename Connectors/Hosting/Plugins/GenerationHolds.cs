using System.Diagnostics.CodeAnalysis;

namespace Connectors.Hosting;

/// <summary>Who needs a generation of a plugin. Knows nothing of its types, so that it may outlive them.</summary>
internal sealed class GenerationHolds
{
    private readonly Lock sync = new();
    private readonly HashSet<GenerationHold> holds = [];
    private readonly TaskCompletionSource free = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool retired;

    /// <summary>Ends when the generation is retired and nobody holds it any more.</summary>
    public Task Free => free.Task;

    public IReadOnlyList<string> Holders
    {
        get
        {
            lock (sync) return [.. holds.Select(hold => hold.What).Order(StringComparer.Ordinal)];
        }
    }

    public bool TryTake(string what, [NotNullWhen(true)] out GenerationHold? hold)
    {
        lock (sync)
        {
            hold = retired ? null : new GenerationHold(this, what);
            return hold is not null && holds.Add(hold);
        }
    }

    public void Retire()
    {
        lock (sync)
        {
            retired = true;
            if (holds.Count > 0) return;
        }

        free.TrySetResult();
    }

    public void Release(GenerationHold hold)
    {
        lock (sync)
        {
            holds.Remove(hold);
            if (!retired || holds.Count > 0) return;
        }

        free.TrySetResult();
    }
}
