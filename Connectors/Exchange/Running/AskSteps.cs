using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What the answers to our questions are to the table of stages. Pure. A question that failed changes nothing but the time of the next one.</summary>
internal static class AskSteps
{
    /// <summary>The answer to "did it arrive?".</summary>
    public static Step OfFind(ExchangeMessage message, FindOutcome? outcome, ConnectorError? failure, ExchangeOptions options, DateTimeOffset now, DateTimeOffset endsAt)
    {
        const string method = "FindSentAsync";
        var notYet = new Step(ExchangeEvent.NotFoundYet) { Error = failure ?? outcome?.Error ?? message.LastError, After = outcome?.After, NotBefore = NotBefore(message, options, now, endsAt) };
        if (now - message.StageSince >= options.UncertainLimit) notYet = new Step(ExchangeEvent.FindGivenUp) { Error = ExchangeErrors.UncertainTooLong(options.UncertainLimit, notYet.Error) };
        if (failure is not null) return notYet;
        if (outcome is null) return notYet with { Error = ExchangeErrors.Nothing(method) };
        var immediate = message.Content.Immediate;
        var step = outcome.Verdict switch
        {
            FindVerdict.Found when string.IsNullOrWhiteSpace(outcome.RequestId) => new Step(ExchangeEvent.FindGivenUp) { Error = ExchangeErrors.Nonsense(method, "it is found without an id", "найдено без идентификатора") },
            FindVerdict.Found => new Step(immediate ? ExchangeEvent.FoundTaken : ExchangeEvent.Found) { RequestId = outcome.RequestId },
            FindVerdict.Absent => new Step(immediate ? ExchangeEvent.SendDropped : ExchangeEvent.Absent) { Error = outcome.Error ?? message.LastError },
            FindVerdict.Never => new Step(ExchangeEvent.FindGivenUp) { Error = outcome.Error ?? message.LastError },
            FindVerdict.NotYet => notYet,
            _ => notYet with { Error = ExchangeErrors.Nonsense(method, $"the verdict {(int)outcome.Verdict} is unknown", $"неизвестный вердикт {(int)outcome.Verdict}") },
        };
        return step with { Records = outcome.Records ?? [], Description = outcome.Proof };
    }

    /// <summary>The answer about an accepted message.</summary>
    public static Step OfReply(ExchangeMessage message, ReplyOutcome? outcome, ConnectorError? failure, ExchangeOptions options, DateTimeOffset now, DateTimeOffset endsAt)
    {
        const string method = "GetReplyAsync";
        var notBefore = message.Stage == ExchangeStage.WaitingRemote || outcome?.Verdict == ReplyVerdict.Waiting ? endsAt : NotBefore(message, options, now, endsAt);
        var same = new Step(ExchangeEvent.ReplySame) { Error = failure ?? outcome?.Error, After = outcome?.After, NotBefore = notBefore };
        if (failure is not null) return same;
        if (outcome is null) return same with { Error = ExchangeErrors.Nothing(method) };
        var step = outcome.Verdict switch
        {
            ReplyVerdict.Same => same,
            ReplyVerdict.Waiting => same with { Event = ExchangeEvent.ReplyWaiting },
            ReplyVerdict.Done => new Step(ExchangeEvent.ReplyDone),
            ReplyVerdict.DonePartly => new Step(ExchangeEvent.ReplyDonePartly) { Error = outcome.Error },
            ReplyVerdict.Rejected => new Step(ExchangeEvent.ReplyRejected) { Error = outcome.Error ?? Unexplained },
            ReplyVerdict.Reversed => new Step(ExchangeEvent.ReplyReversed) { Error = outcome.Error },
            ReplyVerdict.Attention => new Step(ExchangeEvent.ReplyAttention) { Error = outcome.Error ?? Unexplained },
            _ => same with { Error = ExchangeErrors.Nonsense(method, $"the verdict {(int)outcome.Verdict} is unknown", $"неизвестный вердикт {(int)outcome.Verdict}") },
        };
        return step with { Status = outcome.Status, Receipts = outcome.Receipts ?? [], Reply = outcome.Reply, Memo = outcome.Memo, Records = outcome.Records ?? [], Next = outcome.Next ?? [] };
    }

    // What has stood still for long is asked for once in a run, and the next run asks again.
    private static DateTimeOffset? NotBefore(ExchangeMessage message, ExchangeOptions options, DateTimeOffset now, DateTimeOffset endsAt) =>
        now - message.StageSince >= options.UnchangedLimit ? endsAt : null;

    private static ConnectorError Unexplained { get; } = new(ConnectorErrorCode.Rejected, "The other system gave no reason.") { MessageRu = "Внешняя система не указала причину.", Reason = "NO_REASON" };
}
