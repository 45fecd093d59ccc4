using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Connectors.OneC;

/// <summary>Keeps the description of a web service for a day: from a file, or from the base with the first call. Thread-safe.</summary>
internal sealed class OneCWsdl(OneCWebServiceOptions options, OneCTransport transport, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);
    private readonly Lock sync = new();
    private Task<WsdlDocument>? loading;
    private long loadedAt;

    public async ValueTask<WsdlDocument> GetAsync(CancellationToken cancellationToken)
    {
        Task<WsdlDocument> task;
        lock (sync)
        {
            if (loading is null || loading.IsFaulted || loading.IsCanceled || (loading.IsCompleted && time.GetElapsedTime(loadedAt) >= Age))
            {
                loading = LoadAsync();
                loadedAt = time.GetTimestamp();
            }

            task = loading;
        }

        return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads it anew, for a check.</summary>
    public ValueTask<WsdlDocument> RefreshAsync(CancellationToken cancellationToken)
    {
        lock (sync) loading = null;
        return GetAsync(cancellationToken);
    }

    // Not the caller's token: others wait for the same document.
    private async Task<WsdlDocument> LoadAsync()
    {
        try
        {
            IWsdlSource source = options.WsdlFile is { } file ? new WsdlFileSource(file) : new OneCWsdlSource(transport, options.Path);
            return await WsdlDocument.LoadAsync(source, CancellationToken.None).ConfigureAwait(false);
        }
        catch (WsdlException broken)
        {
            var problem = broken.Problem;
            throw new ConnectorException(
                new ConnectorError(ConnectorErrorCode.Unavailable, $"{problem.Message} {problem.NextStep}")
                {
                    MessageRu = $"{problem.MessageRu} {problem.NextStepRu}",
                    Reason = problem.Code,
                    Target = transport.Target,
                    Detail = problem.Detail,
                },
                broken);
        }
    }
}
