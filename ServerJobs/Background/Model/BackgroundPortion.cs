using Cleverence.Warehouse;

namespace ServerJobs.Background;

/// <summary>One portion of a multi-threaded operation.</summary>
/// <param name="Key">Its key, unique in the operation.</param>
/// <param name="Args">The arguments of its call.</param>
public sealed record BackgroundPortion(string Key, IReadOnlyList<InvokeArg> Args)
{
    /// <summary>How many attempts have begun.</summary>
    public int Attempt { get; init; }

    /// <summary>Its outcome; null while it waits or runs.</summary>
    public InvokeResult? Result { get; init; }
}
