using System.Text.Json.Nodes;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Samples.Stock;

/// <summary>Reads items, stock and prices of an accounting system and posts movements to it.</summary>
[Connector("Stock", Settings = typeof(StockSettings))]
public sealed class StockConnector(StockSettings settings) : Connector, IDisposable
{
    private readonly ErpClient erp = new(settings);

    /// <summary>An item by its id or barcode.</summary>
    [ConnectorMethod(Aliases = ["Товар"], Safety = MethodSafety.Safe)]
    public async Task<ConnectorRecord> ItemAsync(string item, CancellationToken cancellationToken) =>
        (ConnectorRecord)JsonTree.ToValue(await erp.GetAsync($"items/{Uri.EscapeDataString(item)}", cancellationToken).ConfigureAwait(false))!;

    /// <summary>How much of an item lies where.</summary>
    [ConnectorMethod(Aliases = ["Остаток"], Safety = MethodSafety.Safe)]
    public Task<ConnectorTable> RestAsync(string item, string? warehouse = null, CancellationToken cancellationToken = default) =>
        RowsAsync($"stock/{Uri.EscapeDataString(item)}?warehouse={Uri.EscapeDataString(warehouse ?? "")}", cancellationToken);

    /// <summary>The prices of an item.</summary>
    [ConnectorMethod(Aliases = ["Цены"], Safety = MethodSafety.Safe)]
    public Task<ConnectorTable> PricesAsync(string item, CancellationToken cancellationToken) =>
        RowsAsync($"prices/{Uri.EscapeDataString(item)}", cancellationToken);

    /// <summary>Moves a quantity between warehouses. Changes something, so it bears no mark: no machine repeats it.</summary>
    [ConnectorMethod(Aliases = ["Переместить"])]
    public async Task<ConnectorRecord> MoveAsync(string item, decimal quantity, InvokeArgs args, string? from = null, string? to = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        var body = new JsonObject { ["item"] = item, ["quantity"] = quantity, ["from"] = from, ["to"] = to };
        return (ConnectorRecord)JsonTree.ToValue(await erp.PostAsync("movements", body, args.RequestId, cancellationToken).ConfigureAwait(false))!;
    }

    /// <inheritdoc/>
    public void Dispose() => erp.Dispose();

    private async Task<ConnectorTable> RowsAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await erp.GetAsync(path, cancellationToken).ConfigureAwait(false);
        var rows = answer?["data"]?["rows"]?.AsArray() ?? throw new ConnectorException(ConnectorErrorCode.InvalidResult, "The accounting system answered without data.rows. Check its version.");
        return ConnectorTable.FromRecords(rows.Select(row => (ConnectorRecord)JsonTree.ToValue(row)!));
    }
}
