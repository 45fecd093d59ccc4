namespace Cleverence.Connectivity.ClassicDemo
{
    /// <summary>What lies in one cell.</summary>
    internal sealed class StockLine
    {
        public string ProductId { get; set; }
        public string Name { get; set; }
        public string Barcode { get; set; }
        public string Cell { get; set; }
        public decimal Quantity { get; set; }
    }
}
