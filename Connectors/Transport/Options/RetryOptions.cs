namespace Connectors.Transport;

/// <summary>How safe and keyed requests are repeated.</summary>
/// <param name="Count">How many times after the first.</param>
/// <param name="Delay">The pause before the first repeat; doubled for each further one, with a random part.</param>
/// <param name="MaxDelay">The longest pause.</param>
public sealed record RetryOptions(int Count, TimeSpan Delay, TimeSpan MaxDelay)
{
    /// <summary>No repeats.</summary>
    public static RetryOptions None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);
}
