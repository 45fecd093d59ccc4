namespace Samples.Stock;

/// <summary>The settings; the names here are the names in <c>connectors.json</c>.</summary>
public sealed class StockSettings
{
    /// <summary>Where the accounting system listens.</summary>
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1:5999");

    /// <summary>The limit of one request, written <c>hh:mm:ss</c>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
}
