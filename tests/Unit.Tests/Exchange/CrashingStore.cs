using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A store whose server dies at one of its calls, before or after it took effect. Everything after that fails.</summary>
internal sealed class CrashingStore(IExchangeStore inner, CrashPoint point) : IExchangeStore
{
    public Task<CommitConflict?> CommitAsync(ExchangeCommit commit, CancellationToken cancellationToken) => At(() => inner.CommitAsync(commit, cancellationToken));

    public Task<ExchangeMessage?> ClaimToSendAsync(ClaimRequest request, CancellationToken cancellationToken) => At(() => inner.ClaimToSendAsync(request, cancellationToken));

    public Task<IReadOnlyList<ExchangeMessage>> ClaimAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, int limit, CancellationToken cancellationToken) => At(() => inner.ClaimAsync(request, stages, limit, cancellationToken));

    public Task<int> RenewLeasesAsync(string connectorId, string leaseOwner, DateTimeOffset until, CancellationToken cancellationToken) =>
        point.IsDead ? throw new CrashException() : inner.RenewLeasesAsync(connectorId, leaseOwner, until, cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, CancellationToken cancellationToken) => At(() => inner.NextDueAsync(request, stages, cancellationToken));

    public Task<ExchangeMessage?> FindMessageAsync(string connectorId, string messageId, CancellationToken cancellationToken) => At(() => inner.FindMessageAsync(connectorId, messageId, cancellationToken));

    public Task<ExchangeMessage?> FindByRequestIdAsync(string connectorId, string organisation, string requestId, CancellationToken cancellationToken) => At(() => inner.FindByRequestIdAsync(connectorId, organisation, requestId, cancellationToken));

    public Task<IReadOnlyList<ExchangeMessage>> ListMessagesAsync(string connectorId, ExchangeQuery query, CancellationToken cancellationToken) => At(() => inner.ListMessagesAsync(connectorId, query, cancellationToken));

    public Task<IReadOnlyList<string>> OpenOrganisationsAsync(string connectorId, CancellationToken cancellationToken) => At(() => inner.OpenOrganisationsAsync(connectorId, cancellationToken));

    public Task<DocumentState?> FindDocumentAsync(string connectorId, string document, CancellationToken cancellationToken) => At(() => inner.FindDocumentAsync(connectorId, document, cancellationToken));

    public Task<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string connectorId, string documentOrMessage, bool withPayloads, CancellationToken cancellationToken) => At(() => inner.ListProtocolAsync(connectorId, documentOrMessage, withPayloads, cancellationToken));

    public Task<StoredIncoming?> FindIncomingAsync(string connectorId, string organisation, string remoteId, CancellationToken cancellationToken) => At(() => inner.FindIncomingAsync(connectorId, organisation, remoteId, cancellationToken));

    public Task<IReadOnlyList<StoredIncoming>> FindIncomingAsync(string connectorId, string organisation, IncomingKey by, IReadOnlyList<string> keys, CancellationToken cancellationToken) => At(() => inner.FindIncomingAsync(connectorId, organisation, by, keys, cancellationToken));

    public Task<IReadOnlyList<StoredIncoming>> ListIncomingAsync(string connectorId, string? organisation, IReadOnlyList<IncomingStage> stages, string? after, int limit, bool withPayloads, CancellationToken cancellationToken) => At(() => inner.ListIncomingAsync(connectorId, organisation, stages, after, limit, withPayloads, cancellationToken));

    public Task<byte[]?> TakeSuspensionAsync(string connectorId, string id, DateTimeOffset now, CancellationToken cancellationToken) => At(() => inner.TakeSuspensionAsync(connectorId, id, now, cancellationToken));

    public Task<int> RemoveOldAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => At(() => inner.RemoveOldAsync(before, limit, cancellationToken));

    private async Task<T> At<T>(Func<Task<T>> call)
    {
        point.Before();
        var result = await call();
        point.After();
        return result;
    }
}
