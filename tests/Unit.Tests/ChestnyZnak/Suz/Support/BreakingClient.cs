using Cleverence.Connectivity;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>A client whose process may end at each call.</summary>
internal sealed class BreakingClient(ISuzClient inner, Breaker breaker) : ISuzClient
{
    public Task<ConnectorRecord> PingAsync(SuzStation station, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.PingAsync(station, cancellationToken));

    public Task<IReadOnlyList<SuzBuffer>> OrderStatusAsync(SuzStation station, string orderId, string? gtin, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.OrderStatusAsync(station, orderId, gtin, cancellationToken));

    public Task<IReadOnlyList<SuzOrderInfo>> OrderListAsync(SuzStation station, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.OrderListAsync(station, cancellationToken));

    public Task<ConnectorRecord> OrderProductsAsync(SuzStation station, string orderId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.OrderProductsAsync(station, orderId, cancellationToken));

    public Task<SuzTake> TakeCodesAsync(SuzStation station, string orderId, string gtin, int quantity, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.TakeCodesAsync(station, orderId, gtin, quantity, cancellationToken));

    public Task<IReadOnlyList<SuzBlock>> BlocksAsync(SuzStation station, string orderId, string gtin, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.BlocksAsync(station, orderId, gtin, cancellationToken));

    public Task<SuzCodes> RetryAsync(SuzStation station, string blockId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.RetryAsync(station, blockId, cancellationToken));

    public Task<SuzReport> ReportAsync(SuzStation station, string reportId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.ReportAsync(station, reportId, cancellationToken));

    public Task<IReadOnlyList<ConnectorRecord>> ProvidersAsync(SuzStation station, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.ProvidersAsync(station, cancellationToken));

    public Task<IReadOnlyList<ConnectorRecord>> PlacesAsync(SuzStation station, string productGroup, int limit, int skip, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.PlacesAsync(station, productGroup, limit, skip, cancellationToken));

    public Task<IReadOnlyList<SuzReceipt>> ReceiptsAsync(SuzStation station, string resultDocId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.ReceiptsAsync(station, resultDocId, cancellationToken));

    public Task<IReadOnlyList<SuzReceipt>> SearchReceiptsAsync(SuzStation station, SuzReceiptFilter filter, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.SearchReceiptsAsync(station, filter, cancellationToken));

    public Task<IReadOnlyList<SuzVerdictOfCode>> ReceiptDocumentAsync(SuzStation station, string resultDocId, string docId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.ReceiptDocumentAsync(station, resultDocId, docId, cancellationToken));

    public Task<IReadOnlyList<SuzWaiting>> WaitingAsync(SuzStation station, string kind, int limit, int skip, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.WaitingAsync(station, kind, limit, skip, cancellationToken));

    public Task<SuzWaiting> WaitingContentAsync(SuzStation station, string docId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.WaitingContentAsync(station, docId, cancellationToken));

    public Task SignWaitingAsync(SuzStation station, string docId, byte[] cms, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.SignWaitingAsync(station, docId, cms, cancellationToken));

    public Task DeleteWaitingAsync(SuzStation station, string docId, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.DeleteWaitingAsync(station, docId, cancellationToken));

    public Task<ZnakAnswer> PostAsync(SuzStation station, string path, byte[] body, byte[]? signature, CancellationToken cancellationToken) => breaker.CallAsync(() => inner.PostAsync(station, path, body, signature, cancellationToken));
}
