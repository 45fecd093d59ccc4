using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>The durable exchange of one connector. It keeps nothing of the adapter it is called with.</summary>
internal sealed class ExchangeEngine(string connectorId, IExchangeStore store, IConnectorRecords? records, TimeProvider clock, ILogger<ExchangeEngine> logger, ExchangeOptions options) : IExchange
{
    private readonly EngineParts parts = new(connectorId, store, clock, logger, options) { Records = records };

    public async ValueTask<IReadOnlyList<ExchangeChange>> PrepareAsync(IExchangeAdapter adapter, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(messages);
        return await new Preparing(parts, CommitsFor(adapter, null)).PrepareAsync(messages, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ExchangeResult> RunAsync(IExchangeAdapter adapter, ExchangeRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(run);
        return await new ExchangeRunner(parts, adapter, new AdapterCalls(parts)).RunAsync(run, [], [], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ExchangeResult> ContinueAsync(IExchangeAdapter adapter, string token, IReadOnlyList<SignedItem> signed, ExchangeRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(signed);
        ArgumentNullException.ThrowIfNull(run);
        var calls = new AdapterCalls(parts);
        var state = await new Suspensions(parts).TakeAsync(token, run.User, cancellationToken).ConfigureAwait(false);
        var step = new ContinueStep(parts, adapter, calls, CommitsFor(adapter, run.User));
        await step.TakeAsync(state, signed, cancellationToken).ConfigureAwait(false);
        return await new ExchangeRunner(parts, adapter, calls).RunAsync(run, step.Changes, step.Again, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ExchangeChange>> CancelTransferAsync(IExchangeAdapter adapter, string document, string? user, CancellationToken cancellationToken) =>
        await Verbs(adapter, document, user).CancelTransferAsync(document, cancellationToken).ConfigureAwait(false);

    public async ValueTask<ExchangeChange> CancelLastOperationAsync(IExchangeAdapter adapter, string document, string? user, CancellationToken cancellationToken) =>
        await Verbs(adapter, document, user).CancelLastOperationAsync(document, cancellationToken).ConfigureAwait(false);

    public async ValueTask<DocumentState?> RestoreStatusAsync(IExchangeAdapter adapter, string document, string? user, CancellationToken cancellationToken) =>
        await Verbs(adapter, document, user).RestoreStatusAsync(document, cancellationToken).ConfigureAwait(false);

    public async ValueTask<ExchangeChange> DecideAsync(IExchangeAdapter adapter, string messageId, ExchangeDecision decision, string? requestId, string? user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(messageId);
        return await new Deciding(parts, CommitsFor(adapter, user), user).DecideAsync(messageId, decision, requestId, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask TransactAsync(IExchangeAdapter adapter, IReadOnlyList<DocumentFact> facts, IReadOnlyList<RecordChange> records, IReadOnlyList<OutgoingMessage> messages, string? user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(messages);
        var commits = CommitsFor(adapter, user);
        var preparing = new Preparing(parts, commits);
        await commits.WriteAsync(async draft =>
        {
            foreach (var group in messages.GroupBy(message => message?.Document))
            {
                if (await preparing.ProblemOfAsync(draft, [.. group], cancellationToken).ConfigureAwait(false) is { } problem) throw new ConnectorException(problem);
            }

            foreach (var fact in facts) await draft.AddFactAsync(fact, cancellationToken).ConfigureAwait(false);
            await draft.AddBelongingsAsync(records, messages, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<DocumentState?> FindDocumentAsync(string document, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(connectorId, document, cancellationToken).ConfigureAwait(false);

    public async ValueTask<ExchangeMessage?> FindMessageAsync(string messageId, CancellationToken cancellationToken) =>
        await store.FindMessageAsync(connectorId, messageId, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<ExchangeMessage>> ListMessagesAsync(ExchangeQuery query, CancellationToken cancellationToken) =>
        await store.ListMessagesAsync(connectorId, query, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string documentOrMessage, CancellationToken cancellationToken) =>
        await store.ListProtocolAsync(connectorId, documentOrMessage, withPayloads: false, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string documentOrMessage, bool withPayloads, CancellationToken cancellationToken) =>
        await store.ListProtocolAsync(connectorId, documentOrMessage, withPayloads, cancellationToken).ConfigureAwait(false);

    public async ValueTask<ExchangeMessage?> FindByRequestIdAsync(string organisation, string requestId, CancellationToken cancellationToken) =>
        await store.FindByRequestIdAsync(connectorId, organisation, requestId, cancellationToken).ConfigureAwait(false);

    public async ValueTask<ExchangeChange> BringVerdictAsync(IExchangeAdapter adapter, string messageId, SendOutcome outcome, string? user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(messageId);
        ArgumentNullException.ThrowIfNull(outcome);
        var givesUp = new AdapterCalls(parts).Ask("GivesUp", () => adapter.GivesUp, true);
        return await new Bringing(parts, CommitsFor(adapter, user), givesUp, user).BringAsync(messageId, outcome, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<StoredIncoming?> FindIncomingAsync(string organisation, string remoteId, CancellationToken cancellationToken) =>
        await store.FindIncomingAsync(connectorId, organisation, remoteId, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<StoredIncoming>> ListIncomingAsync(string organisation, IReadOnlyList<IncomingStage> stages, string? after, int limit, CancellationToken cancellationToken) =>
        await store.ListIncomingAsync(connectorId, organisation, stages, after, limit, withPayloads: true, cancellationToken).ConfigureAwait(false);

    public async ValueTask<StoredIncoming> ReleaseIncomingAsync(string organisation, string remoteId, string? user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(remoteId);
        return await new IncomingVerbs(parts, user).ReleaseAsync(organisation, remoteId, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<int> AcknowledgedAsync(string organisation, IReadOnlyList<string> remoteIds, string? user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(remoteIds);
        return await new IncomingVerbs(parts, user).AcknowledgedAsync(organisation, remoteIds, cancellationToken).ConfigureAwait(false);
    }

    private DocumentVerbs Verbs(IExchangeAdapter adapter, string document, string? user)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentVerbs(parts, CommitsFor(adapter, user), user);
    }

    private Commits CommitsFor(IExchangeAdapter adapter, string? user) => new(parts, adapter, new AdapterCalls(parts), user);
}
