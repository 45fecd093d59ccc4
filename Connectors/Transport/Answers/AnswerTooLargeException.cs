namespace Connectors.Transport;

/// <summary>An answer is over the limit of the options.</summary>
internal sealed class AnswerTooLargeException(long limit, Exception? inner = null)
    : Exception($"The answer is larger than {limit} bytes.", inner)
{
    public long Limit { get; } = limit;
}
