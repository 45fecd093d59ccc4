using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>The signing step: what a signer of this server can sign is signed, one message at a time; the rest is collected for people.</summary>
internal sealed class SignPump(RunScope scope, OrganisationLedger ledger)
{
    private const int Page = 20;
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);
    private int failures;

    public async Task<bool> RunAsync()
    {
        var any = false;
        var last = await LastAsync().ConfigureAwait(false);
        if (last is null && IsNarrow) return any;
        await foreach (var message in AwaitingAsync(null).ConfigureAwait(false))
        {
            // A signer that fails says nothing about the other system: what needs no signature goes on.
            if (scope.IsOver || ledger.IsStopped || failures >= scope.Parts.Options.FailuresToStop || (last is not null && IsEarlier(last, message))) break;
            if (!tried.Add(message.Id) || !CanSign(message)) continue;
            any |= await SignAsync(message).ConfigureAwait(false);
        }

        return any;
    }

    /// <summary>Collects what people must sign, and what waits behind the first of it.</summary>
    public async Task CollectAsync()
    {
        ExchangeMessage? first = null;
        await foreach (var message in AwaitingAsync(scope.Run.Document).ConfigureAwait(false))
        {
            if (!IsOwn(message)) continue;
            first ??= message;
            if (ledger.Signatures.Count >= scope.Parts.Options.MaxSigningItems) break;
            var content = message.Content;
            if (MissingSignatures.IsFirst(content, message.Signature)) Ask(message, content.Organisation, content.Payload, second: false);
            if (MissingSignatures.IsSecond(content, message.SecondSignature)) Ask(message, content.SecondSigner!, content.SecondPayload, second: true);
        }

        await CollectHeldAsync(first).ConfigureAwait(false);
    }

    // Where nothing of a narrow run awaits a signature, its own messages may still wait behind one of the organisation that does.
    private async Task CollectHeldAsync(ExchangeMessage? asked)
    {
        var awaiting = new ExchangeQuery { Organisation = ledger.Organisation, Stages = [ExchangeStage.AwaitingSignature], Limit = 1 };
        if ((asked ?? (await ListAsync(awaiting).ConfigureAwait(false) is [var earliest, ..] ? earliest : null)) is not { } first) return;
        var waiting = await ListAsync(new ExchangeQuery { Organisation = ledger.Organisation, Document = asked is null ? scope.Run.Document : null, Stages = [ExchangeStage.Enqueued] }).ConfigureAwait(false);
        ledger.HeldMessages.AddRange(waiting.Where(message => !message.Content.Immediate && IsEarlier(first, message) && (asked is not null || IsOwn(message))).Select(message => message.Id));
    }

    private bool IsNarrow => scope.Run.MessageId is not null || scope.Run.Document is not null;

    private bool IsOwn(ExchangeMessage message) => scope.Run.MessageId is null || message.Id == scope.Run.MessageId;

    // A run of one message or document signs what stands before it as well: unsigned, that would hold it up until the next run of all.
    private async Task<ExchangeMessage?> LastAsync()
    {
        if (!IsNarrow) return null;
        if (scope.Run.MessageId is { } id)
        {
            var own = await scope.Parts.Store.FindMessageAsync(scope.Parts.ConnectorId, id, CancellationToken.None).ConfigureAwait(false);
            return own is { Stage: ExchangeStage.Enqueued or ExchangeStage.AwaitingSignature } ? own : null;
        }

        var parts = await ListAsync(new ExchangeQuery { Organisation = ledger.Organisation, Document = scope.Run.Document, Stages = [ExchangeStage.Enqueued, ExchangeStage.AwaitingSignature] }).ConfigureAwait(false);
        return parts.Count == 0 ? null : parts[^1];
    }

    private Task<IReadOnlyList<ExchangeMessage>> ListAsync(ExchangeQuery query) => scope.Parts.Store.ListMessagesAsync(scope.Parts.ConnectorId, query, CancellationToken.None);

    private static bool IsEarlier(ExchangeMessage one, ExchangeMessage other) => one.CreatedAt < other.CreatedAt || (one.CreatedAt == other.CreatedAt && string.CompareOrdinal(one.Id, other.Id) < 0);

    private void Ask(ExchangeMessage message, string signer, byte[] content, bool second) => ledger.Signatures.Add(new PendingSignature(
        new SigningItem(second ? message.Id + ":2" : message.Id, signer, SignatureForm.Detached, content) { Purpose = message.Content.Operation, Document = message.Content.Document }, message.Id, second));

    private async IAsyncEnumerable<ExchangeMessage> AwaitingAsync(string? document)
    {
        string? after = null;
        while (true)
        {
            var query = new ExchangeQuery { Organisation = ledger.Organisation, Document = document, Stages = [ExchangeStage.AwaitingSignature], After = after, Limit = Page };
            var page = await ListAsync(query).ConfigureAwait(false);
            foreach (var message in page) yield return message;
            if (page.Count < Page) yield break;
            after = page[^1].Id;
        }
    }

    private bool CanSign(ExchangeMessage message) =>
        (MissingSignatures.IsFirst(message.Content, message.Signature) && SignerOf(message.Content.Organisation) is not null)
        || (MissingSignatures.IsSecond(message.Content, message.SecondSignature) && SignerOf(message.Content.SecondSigner!) is not null);

    private ISigner? SignerOf(string organisation) => scope.Calls.Ask("SignerOf", () => scope.Adapter.SignerOf(organisation), null);

    private async Task<bool> SignAsync(ExchangeMessage listed)
    {
        var claim = scope.Claim(ledger) with { MessageId = listed.Id, Document = null };
        var taken = await scope.Parts.Store.ClaimAsync(claim, [ExchangeStage.AwaitingSignature], 1, CancellationToken.None).ConfigureAwait(false);
        if (taken.Count == 0) return false;
        var message = taken[0];
        var (first, failure) = await MakeAsync(MissingSignatures.IsFirst(message.Content, message.Signature), message.Content.Organisation, message.Content.Payload).ConfigureAwait(false);
        byte[]? second = null;
        if (failure is null) (second, failure) = await MakeAsync(MissingSignatures.IsSecond(message.Content, message.SecondSignature), message.Content.SecondSigner, message.Content.SecondPayload).ConfigureAwait(false);
        var moved = await scope.Commits.MoveAsync(message, now => Signed(now, first, second, failure), CancellationToken.None).ConfigureAwait(false);
        if (failure is not null) failures++;
        if (failure is not null) ledger.Fail(failure, stops: false);
        else if (first is not null || second is not null) ledger.Succeed();
        if (moved is { Message.Stage: ExchangeStage.Enqueued } || failure is not null) ledger.Change(moved?.AsChange() ?? Changes.Of(message, null) with { Error = failure });
        return moved is { Message.Stage: ExchangeStage.Enqueued };
    }

    /// <summary>The step that signatures are to a message as it is now; null when it awaits none any more.</summary>
    public static Step? Signed(ExchangeMessage now, byte[]? first, byte[]? second, ConnectorError? failure)
    {
        if (now.Stage != ExchangeStage.AwaitingSignature) return null;
        var complete = !MissingSignatures.Of(now.Content, now.Signature ?? first, now.SecondSignature ?? second);
        return new Step(complete ? ExchangeEvent.Signed : ExchangeEvent.SignatureMissing) { Signature = now.Signature ?? first, SecondSignature = now.SecondSignature ?? second, Error = failure };
    }

    private async Task<(byte[]? Cms, ConnectorError? Error)> MakeAsync(bool missing, string? organisation, byte[] content)
    {
        if (!missing || organisation is null || SignerOf(organisation) is not { } signer) return (null, null);
        var (outcome, error) = await scope.Calls.TryAsync("SignAsync", token => signer.SignAsync(content, SignatureForm.Detached, token), scope.CallToken).ConfigureAwait(false);
        if (error is not null) return (null, error);
        if (outcome is null) return (null, ExchangeErrors.Nothing("SignAsync"));
        return outcome.Cms is { Length: 0 } ? (null, ExchangeErrors.Nonsense("SignAsync", "the signature is empty", "подпись пуста")) : (outcome.Cms, null);
    }
}
