namespace TsdClient;

/// <summary>What comes after an action.</summary>
/// <param name="Action">The action to go to; null to end.</param>
/// <param name="Cancelled">Whether the end is a cancellation.</param>
internal sealed record Step(int? Action, bool Cancelled)
{
    /// <summary>Whether it returns to an earlier action, which then is not remembered twice.</summary>
    public bool IsBack { get; init; }
}
