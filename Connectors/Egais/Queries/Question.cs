namespace Connectors.Egais;

/// <summary>The rules for one kind of question.</summary>
/// <param name="Operation">The question.</param>
/// <param name="Interval">The least time between two of them.</param>
/// <param name="InFlight">How many may be without an answer at a time.</param>
/// <param name="AnswerTime">How long an answer is waited for.</param>
internal sealed record Question(EgaisOperation Operation, TimeSpan Interval, int InFlight, TimeSpan AnswerTime)
{
    /// <summary>Whether the interval counts between questions with the same parameter only.</summary>
    public bool ByParameter { get; init; }
}
