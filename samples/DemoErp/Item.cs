namespace DemoErp;

/// <summary>An item of the catalogue.</summary>
internal sealed record Item(string Id, string Name, string Barcode, string Unit, decimal RetailPrice, decimal WholesalePrice);
