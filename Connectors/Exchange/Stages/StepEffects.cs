using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What a step changes in a message besides its stage. Pure.</summary>
internal static class StepEffects
{
    public static ExchangeMessage Apply(ExchangeMessage message, ExchangeStage stage, Step step, DateTimeOffset now)
    {
        var uncounted = step.Event is ExchangeEvent.SendLater or ExchangeEvent.SendNoKey ? 1 : 0;
        var attempt = Math.Max(message.Attempt - uncounted, 0);
        return message with
        {
            Stage = stage,
            RequestId = step.RequestId ?? message.RequestId,
            Signature = step.Signature ?? message.Signature,
            SecondSignature = step.SecondSignature ?? message.SecondSignature,
            Memo = step.Memo ?? message.Memo,
            LastError = step.Error,
            Attempt = attempt,
            SentAt = uncounted > 0 && attempt == 0 ? null : message.SentAt,
            PollNumber = IsQuestion(step.Event) ? message.PollNumber + 1 : stage == message.Stage ? message.PollNumber : 0,
            StageSince = stage == message.Stage ? message.StageSince : now,
            ChangedAt = now,
        };
    }

    /// <summary>The earliest time of the next step of a message that was moved already.</summary>
    public static DateTimeOffset? NextAttempt(ExchangeMessage moved, Step step, DateTimeOffset now, TimeSpan? delay)
    {
        if (moved.IsFinal || moved.Stage is ExchangeStage.Parked or ExchangeStage.AwaitingSignature) return null;
        if (step.AtOnce) return now;
        // Nothing else can be trusted to wake a message of which nobody knows whether it arrived.
        var wait = step.After ?? (moved.Stage switch { ExchangeStage.Enqueued => null, ExchangeStage.Uncertain => delay ?? PollDelays.Of(moved), _ => delay });
        if (wait is null) return null;
        var next = now + (wait > TimeSpan.Zero ? wait.Value : TimeSpan.Zero);
        return step.NotBefore > next ? step.NotBefore : next;
    }

    private static bool IsQuestion(ExchangeEvent happened) => happened is ExchangeEvent.ReplySame or ExchangeEvent.ReplyWaiting or ExchangeEvent.NotFoundYet;
}
