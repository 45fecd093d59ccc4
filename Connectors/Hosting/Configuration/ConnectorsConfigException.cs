namespace Connectors.Hosting;

/// <summary>The configuration of the connectors cannot be read at all.</summary>
/// <param name="message">What is wrong and where, in one sentence.</param>
/// <param name="innerException">What the reader met.</param>
public sealed class ConnectorsConfigException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The same sentence in Russian.</summary>
    public string? MessageRu { get; init; }
}
