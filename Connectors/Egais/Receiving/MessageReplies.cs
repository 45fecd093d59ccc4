using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What receipts make of a message: it ends well only when all that are due are there.</summary>
internal sealed class MessageReplies(IEgaisLookup lookup)
{
    private const char Separator = ',';

    /// <summary>The operation of a message; null for one that is none of ours.</summary>
    public static EgaisOperation? OperationOf(ExchangeMessage message) => Enum.TryParse<EgaisOperation>(message.Content.Operation, out var operation) ? operation : null;

    /// <summary>The receipts that a message has seen: its memo remembers them, and the document does where the message ended early.</summary>
    public async ValueTask<IReadOnlyList<string>> SeenAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var noted = (message.Memo ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        if (message.Content.Document is not { } document) return noted;
        var state = await lookup.StateOfAsync(document, cancellationToken).ConfigureAwait(false);
        return state is not null && state.Operation == message.Content.Operation && (Memory.MessageOf(state.Receipts) ?? message.Id) == message.Id
            ? OperationRules.With(noted, state.Receipts.Where(IsReceipt))
            : noted;
    }

    /// <summary>The answer that brings receipts; null while it is too early for it.</summary>
    public async ValueTask<ReplyOutcome?> WithAsync(ExchangeMessage message, IReadOnlyList<string> receipts, CancellationToken cancellationToken, IReadOnlyList<RecordChange>? records = null)
    {
        var all = OperationRules.With(await SeenAsync(message, cancellationToken).ConfigureAwait(false), receipts);
        var isComplete = OperationRules.Required(OperationOf(message) ?? EgaisOperation.Raw).All(all.Contains);
        // While nobody knows whether it arrived, what is not its end stays in the box: it is the proof that it did.
        if (!isComplete && message.Stage is ExchangeStage.Sending or ExchangeStage.Uncertain or ExchangeStage.Enqueued or ExchangeStage.AwaitingSignature) return null;
        return new ReplyOutcome(isComplete ? ReplyVerdict.Done : ReplyVerdict.Same) { Receipts = receipts, Memo = string.Join(Separator, all), Records = records ?? [] };
    }

    private static bool IsReceipt(string word) => word is Receipt.Received or Receipt.Conducted or Receipt.Registered or Receipt.Reply;
}
