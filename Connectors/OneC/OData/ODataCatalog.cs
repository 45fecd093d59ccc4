using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Keeps the description of the base: it may be 15 MB, so it is read once, when it is first needed, and again when it has grown old or is asked for.</summary>
internal sealed class ODataCatalog(ODataClient client, TimeSpan age, TimeProvider time)
{
    /// <summary>How long a download may take as a whole: a base that sends a byte a second would hold the place of a call for days.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // What an answer that is no description says, it says at its beginning.
    private const int LookAhead = 8 * 1024;
    private readonly Lock sync = new();
    private Kept? kept;
    private Task<EdmModel>? reading;

    /// <exception cref="ConnectorException">It could not be read.</exception>
    public ValueTask<EdmModel> GetAsync(CancellationToken cancellationToken) =>
        kept is { } known && time.GetElapsedTime(known.ReadAt) < age ? new(known.Model) : new(RefreshAsync(cancellationToken));

    /// <summary>Reads it anew: the administrator has changed what the base publishes.</summary>
    public Task<EdmModel> RefreshAsync(CancellationToken cancellationToken)
    {
        lock (sync)
        {
            // Many calls wait for one download, and none of them can end it for the others.
            reading ??= ReadAsync();
            return reading.WaitAsync(cancellationToken);
        }
    }

    private async Task<EdmModel> ReadAsync()
    {
        await Task.Yield();
        try
        {
            var model = await LimitedAsync().ConfigureAwait(false);

            // The administrator may be about to choose the first objects: an empty description is not worth keeping.
            if (model.Entities.Count > 0) kept = new Kept(model, time.GetTimestamp());
            return model;
        }
        finally
        {
            lock (sync) reading = null;
        }
    }

    private async Task<EdmModel> LimitedAsync()
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, client.Stopping);
        try
        {
            return await DownloadAsync(both.Token).ConfigureAwait(false);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ConnectorException && both.IsCancellationRequested)
        {
            throw new ConnectorException(limit.IsCancellationRequested ? ODataErrors.MetadataTooSlow(client.Target, Limit) : ODataErrors.Stopped(client.Target), stopped);
        }
    }

    private async Task<EdmModel> DownloadAsync(CancellationToken cancellationToken)
    {
        var stream = await client.OpenMetadataAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var first = new byte[LookAhead];
        var length = await stream.Body.ReadAtLeastAsync(first, LookAhead, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        try
        {
            var model = await EdmReader.ReadAsync(new PrefixedStream(first.AsMemory(0, length), stream.Body), cancellationToken).ConfigureAwait(false);
            stream.Done();
            return model;
        }
        catch (XmlException broken)
        {
            throw client.FindRefusal(first.AsSpan(0, length)) ?? new ConnectorException(ODataErrors.NoMetadata(client.Target, broken.Message), broken);
        }
    }

    private sealed record Kept(EdmModel Model, long ReadAt);
}
