using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What an answer to a posted document means, whoever posted it: this server, or a workplace that hands the answer over.</summary>
internal static class UtmAnswers
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>The outcome of an answer.</summary>
    /// <param name="status">The HTTP status; null or 0 when there was no answer.</param>
    /// <param name="body">The body; null when there was none.</param>
    /// <param name="urlType">The type it was posted under.</param>
    /// <param name="target">Where it was posted.</param>
    /// <param name="attempt">The number of the attempt, from 1 on; the pause before the next one follows from it.</param>
    /// <param name="notSent">Whether it is proven that nothing left; without an answer and without this proof nobody knows.</param>
    /// <param name="detail">What the transport said, for the log.</param>
    public static SendOutcome Of(int? status, byte[]? body, string urlType, string target, int attempt = 1, bool notSent = false, string? detail = null)
    {
        if (status is null or 0) return notSent ? NotSent(UtmErrors.Offline(target, detail), attempt) : SendOutcome.NoVerdict(UtmErrors.OutcomeUnknown(target, detail));
        var answer = UtmReceipt.Read(body);
        if (status is 200 or 201 && answer.Id is { } id) return SendOutcome.Accepted(ReplyIds.Normalise(id)!) with { Reply = body };
        if (answer.Error is { } refusal) return SendOutcome.Refused(UtmErrors.Refused(target, refusal)) with { Reply = body };
        var known = body is { Length: > 0 } ? UtmTexts.Shown(body) : detail;
        return status switch
        {
            404 => SendOutcome.Refused(UtmErrors.TypeUnknown(target, urlType)) with { Reply = body },
            429 => NotSent(UtmErrors.Status(target, 429, known), attempt) with { Reply = body },
            // The server was still waiting for the body, or a proxy in between gave up: both have been seen after the document arrived.
            408 => SendOutcome.NoVerdict(UtmErrors.OutcomeUnknown(target, 408, known)) with { Reply = body },
            >= 400 and < 500 => SendOutcome.Refused(UtmErrors.Status(target, status.Value, known)) with { Reply = body },
            _ => SendOutcome.NoVerdict(UtmErrors.OutcomeUnknown(target, status.Value, known)) with { Reply = body },
        };
    }

    public static SendOutcome Of(UtmAnswer answer, string urlType, int attempt) => Of(answer.Status, answer.Body, urlType, answer.Target, attempt);

    /// <summary>The outcome of a failure without an answer.</summary>
    public static SendOutcome Of(ConnectorError error, int attempt) =>
        error.InDoubt || error.Reason == "ANSWER_TOO_LARGE" ? SendOutcome.NoVerdict(error) : NotSent(error, attempt);

    /// <summary>Not sent, and when to try again: 5 s, 15 s, 1 min, 5 min, from then on every 15 min.</summary>
    public static SendOutcome NotSent(ConnectorError error, int attempt) =>
        SendOutcome.NotSent(error) with { After = Pauses[Math.Clamp(attempt - 1, 0, Pauses.Length - 1)] };
}
