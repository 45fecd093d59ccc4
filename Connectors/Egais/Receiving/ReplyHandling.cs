using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Answers to questions: kept for the askers, and the end of the question.</summary>
internal sealed class ReplyHandling(Correlation correlation, MessageReplies messages, TimeProvider time)
{
    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, IncomingDocument document, CancellationToken cancellationToken)
    {
        var message = await correlation.OfRequestAsync(item.Item.Organisation, item.Item.ReplyTo, cancellationToken).ConfigureAwait(false);
        if (message is null) return Outcomes.Keep(nameof(EgaisOperation.Reply), $"'{document.Element}' answers a question that is not ours.");
        var isQuestion = OperationRules.IsQuestion(MessageReplies.OperationOf(message) ?? EgaisOperation.Raw);
        var answer = Answers.Change(message, document.Element, item.Payload, time.GetUtcNow());
        var reply = await messages.WithAsync(message, [isQuestion ? Receipt.Reply : Receipt.Registered], cancellationToken, [answer]).ConfigureAwait(false);
        return reply is null
            ? Outcomes.Keep(nameof(EgaisOperation.Reply), Outcomes.Unclear)
            : Outcomes.Answers(message, EgaisOperation.Reply, reply, $"The answer '{document.Element}'.");
    }
}
