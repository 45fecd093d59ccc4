namespace Cleverence.Connectivity.Exchange;

/// <summary>A status and what may be done in it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Actions">The next actions, at most three.</param>
public sealed record StatusEntry(string Status, params IReadOnlyList<string> Actions)
{
    /// <summary>Whether it is a status of failure.</summary>
    public bool IsError { get; init; }

    /// <summary>Whether it is an end of the document's way: nothing in work overwrites it, in whatever operation.</summary>
    public bool IsFinal { get; init; }
}
