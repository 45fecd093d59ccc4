using Cleverence.Warehouse;

namespace ServerJobs.Background;

/// <summary>What is to be done in the background.</summary>
/// <param name="Owner">Who asks.</param>
/// <param name="Args">The call; its arguments are those of every portion's call that gives none of its own.</param>
public sealed record BackgroundWork(BackgroundOwner Owner, InvokeArgs Args)
{
    /// <summary>The key, unique among the active operations of one call; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>What people read in lists; the call when empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The request id under which a repeat finds the operation; null for none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What was asked for as a few bytes, compared where a request id repeats.</summary>
    public byte[] Asked { get; init; } = [];

    /// <summary>The portions; empty for a single call.</summary>
    public IReadOnlyList<BackgroundPortion> Portions { get; init; } = [];

    /// <summary>How many portions run at once, the control's own included. 4.</summary>
    public int Threads { get; init; } = 4;
}
