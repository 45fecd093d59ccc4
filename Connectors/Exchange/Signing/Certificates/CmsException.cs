namespace Connectors.Exchange;

/// <summary>What a signer gave is no signature of the form asked for: the rest of a sentence in both languages.</summary>
internal sealed class CmsException(string why, string whyRu, Exception? innerException = null) : Exception(why, innerException)
{
    public string WhyRu { get; } = whyRu;
}
