using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The order station's API 3.0, one method for each of its own. An interface, because the rules that keep codes from being lost are tested against interruptions at each call.</summary>
/// <remarks>Reads throw <see cref="ConnectorException"/>: <c>Rejected</c> when the station said no, <c>Unavailable</c> and <c>Timeout</c> when it did not answer readably.</remarks>
internal interface ISuzClient
{
    Task<ConnectorRecord> PingAsync(SuzStation station, CancellationToken cancellationToken);

    /// <summary>Where an order's products stand.</summary>
    Task<IReadOnlyList<SuzBuffer>> OrderStatusAsync(SuzStation station, string orderId, string? gtin, CancellationToken cancellationToken);

    /// <summary>All orders. The vendor forbids it in normal work: for the recovery command alone.</summary>
    Task<IReadOnlyList<SuzOrderInfo>> OrderListAsync(SuzStation station, CancellationToken cancellationToken);

    Task<ConnectorRecord> OrderProductsAsync(SuzStation station, string orderId, CancellationToken cancellationToken);

    /// <summary>Takes codes: each success hands out new ones, so it is asked once, whatever happens.</summary>
    Task<SuzTake> TakeCodesAsync(SuzStation station, string orderId, string gtin, int quantity, CancellationToken cancellationToken);

    /// <summary>The portions handed out; there only while the product is not closed.</summary>
    Task<IReadOnlyList<SuzBlock>> BlocksAsync(SuzStation station, string orderId, string gtin, CancellationToken cancellationToken);

    /// <summary>Reads a portion once more; there only while the product is not closed.</summary>
    Task<SuzCodes> RetryAsync(SuzStation station, string blockId, CancellationToken cancellationToken);

    Task<SuzReport> ReportAsync(SuzStation station, string reportId, CancellationToken cancellationToken);

    Task<IReadOnlyList<ConnectorRecord>> ProvidersAsync(SuzStation station, CancellationToken cancellationToken);

    /// <summary>Places of activity (МОД).</summary>
    Task<IReadOnlyList<ConnectorRecord>> PlacesAsync(SuzStation station, string productGroup, int limit, int skip, CancellationToken cancellationToken);

    Task<IReadOnlyList<SuzReceipt>> ReceiptsAsync(SuzStation station, string resultDocId, CancellationToken cancellationToken);

    /// <summary>All receipts of a filter, page after page.</summary>
    Task<IReadOnlyList<SuzReceipt>> SearchReceiptsAsync(SuzStation station, SuzReceiptFilter filter, CancellationToken cancellationToken);

    /// <summary>What became of each code of a processed document.</summary>
    Task<IReadOnlyList<SuzVerdictOfCode>> ReceiptDocumentAsync(SuzStation station, string resultDocId, string docId, CancellationToken cancellationToken);

    Task<IReadOnlyList<SuzWaiting>> WaitingAsync(SuzStation station, string kind, int limit, int skip, CancellationToken cancellationToken);

    Task<SuzWaiting> WaitingContentAsync(SuzStation station, string docId, CancellationToken cancellationToken);

    /// <summary>Brings the detached signature of a waiting document. Never repeated.</summary>
    Task SignWaitingAsync(SuzStation station, string docId, byte[] cms, CancellationToken cancellationToken);

    /// <summary>Drops a waiting document. Never repeated.</summary>
    Task DeleteWaitingAsync(SuzStation station, string docId, CancellationToken cancellationToken);

    /// <summary>Sends an order, a report or a closing with the detached signature of its exact bytes. Never repeated.</summary>
    Task<ZnakAnswer> PostAsync(SuzStation station, string path, byte[] body, byte[]? signature, CancellationToken cancellationToken);
}
