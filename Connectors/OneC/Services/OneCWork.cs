using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>A long operation in 1C and how to look at it.</summary>
/// <typeparam name="T">What a look brings.</typeparam>
/// <param name="Id">Its id there.</param>
/// <param name="Safety">What the method that started it is.</param>
/// <param name="Pauses">The pauses between looks, without end.</param>
/// <param name="Look">Asks for its state.</param>
internal sealed record OneCWork<T>(string Id, MethodSafety Safety, IEnumerable<TimeSpan> Pauses, Func<CancellationToken, Task<(OneCState State, T Seen)?>> Look)
{
    /// <summary>Asks 1C to end it; null where the service has no such thing.</summary>
    public Func<CancellationToken, Task>? Cancel { get; init; }
}
