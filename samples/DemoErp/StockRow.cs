namespace DemoErp;

/// <summary>How much of an item lies in a warehouse.</summary>
internal sealed record StockRow(string Warehouse, string Name, string Cell, decimal Qty, string Unit);
