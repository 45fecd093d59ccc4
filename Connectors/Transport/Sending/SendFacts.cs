namespace Connectors.Transport;

/// <summary>What is known about a request that got no answer.</summary>
/// <param name="Target">Host and port.</param>
/// <param name="ReadsOnly">Whether it only reads.</param>
/// <param name="Sent">Whether it may have left.</param>
/// <param name="LimitPassed">Whether our own limit ended it.</param>
internal sealed record SendFacts(string Target, bool ReadsOnly, bool Sent, bool LimitPassed)
{
    /// <summary>The proxy the connection leads to; null where it leads to the target itself.</summary>
    public string? Proxy { get; init; }
}
