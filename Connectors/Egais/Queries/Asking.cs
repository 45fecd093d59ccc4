using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Asks the registry: a young answer is given instead of a new question, an open question is not asked twice, and the gates are kept.</summary>
internal sealed class Asking(EgaisParts parts, MessageMaking making, ExchangeRuns runs, AnswerLook answers)
{
    /// <summary>Asks, or gives the answer that is there.</summary>
    /// <exception cref="ConnectorException"><c>RATE_LIMITED</c> with the earliest time.</exception>
    public async Task<ConnectorRecord> AskAsync(QuestionCall call, ExchangeRun run, CancellationToken cancellationToken)
    {
        var fsrarId = call.Organisation.FsrarId;
        var question = parts.Gates.Questions.Of(call.Operation);
        var stored = await answers.FindAsync(fsrarId, call.Operation, call.Parameter, cancellationToken).ConfigureAwait(false);
        if (!call.Force && stored is not null && parts.Time.GetUtcNow() - stored.ReceivedAt < question.Interval) return Answered(call, stored, parts.Time.GetUtcNow());
        var verdict = await parts.Gates.LookAsync(fsrarId, call.Operation, call.Parameter, cancellationToken).ConfigureAwait(false);
        if (!call.Force && verdict.Asking is { } open) return await AskedAsync(call, open, stored, cancellationToken).ConfigureAwait(false);
        if (verdict.Until is { } until) throw new ConnectorException(CallErrors.IsLimited(fsrarId, call.Operation.ToString(), until, until - parts.Time.GetUtcNow()));
        var message = await making.OfQuestionAsync(call.Organisation, call.Operation, call.Parameter, call.Extra, cancellationToken).ConfigureAwait(false);
        var change = (await parts.Exchange.PrepareAsync(parts.Adapter, [message with { User = run.User }], cancellationToken).ConfigureAwait(false))[0];
        if (change.Error is { } error) throw new ConnectorException(error.Reason == "RECORD_CHANGED" ? CallErrors.IsLimited(fsrarId, call.Operation.ToString(), parts.Time.GetUtcNow() + question.Interval, question.Interval) : error);
        var report = new ExchangeReport();
        report.Add(change);
        await runs.SendAsync([message.Id!], run, call.HandsOut, report, cancellationToken).ConfigureAwait(false);
        var asked = await AskedAsync(call, message.Id!, stored, cancellationToken).ConfigureAwait(false);
        asked["outgoingXml"] = report.OutgoingXml.ToList<object?>();
        asked["changes"] = report.Changes.Select(ChangeRecords.Of).ToList<object?>();
        return asked;
    }

    private static ConnectorRecord Answered(QuestionCall call, GivenAnswer stored, DateTimeOffset now) => new()
    {
        { "fsrarId", call.Organisation.FsrarId }, { "operation", call.Operation.ToString() }, { "parameter", call.Parameter }, { "state", "Answered" }, { "messageId", null },
        { "answeredAt", stored.ReceivedAt }, { "ageSeconds", (long)(now - stored.ReceivedAt).TotalSeconds }, { "answer", stored.Answer }, { "errorText", "" }, { "errorCode", "" },
    };

    // A question that is still open, with the answer from before where there is one: its age tells what it is worth.
    private async Task<ConnectorRecord> AskedAsync(QuestionCall call, string messageId, GivenAnswer? stored, CancellationToken cancellationToken)
    {
        var message = await parts.Exchange.FindMessageAsync(messageId, cancellationToken).ConfigureAwait(false);
        var error = message?.LastError;
        return new ConnectorRecord
        {
            { "fsrarId", call.Organisation.FsrarId }, { "operation", call.Operation.ToString() }, { "parameter", call.Parameter }, { "state", StateOf(message) }, { "messageId", messageId }, { "askedAt", message?.SentAt },
            { "answeredAt", stored?.ReceivedAt }, { "ageSeconds", stored is null ? null : (long)(parts.Time.GetUtcNow() - stored.ReceivedAt).TotalSeconds }, { "answer", stored?.Answer },
            { "errorText", error is null ? "" : ChangeRecords.TextOf(error) }, { "errorCode", error?.Reason ?? "" },
        };
    }

    /// <summary>Where a question stands: <c>ToSend</c>, <c>Unknown</c>, <c>Asked</c>, <c>Done</c>, <c>NoAnswer</c> or <c>Refused</c>.</summary>
    public static string StateOf(ExchangeMessage? message) => message?.Stage switch
    {
        ExchangeStage.Enqueued or ExchangeStage.Sending => "ToSend",
        ExchangeStage.Uncertain or ExchangeStage.Parked => "Unknown",
        ExchangeStage.Accepted or ExchangeStage.WaitingRemote => "Asked",
        ExchangeStage.Done or ExchangeStage.DonePartly => "Done",
        ExchangeStage.Rejected when message.LastError?.Reason == AnswerTimes.NoAnswer => "NoAnswer",
        null => "Draft",
        _ => "Refused",
    };
}
