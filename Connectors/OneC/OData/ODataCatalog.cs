using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Keeps the description of the base: it may be 15 MB, so it is read once, when it is first needed, and again when it has grown old or is asked for.</summary>
internal sealed class ODataCatalog(ODataClient client, TimeSpan age, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private Kept? kept;

    /// <exception cref="ConnectorException">It could not be read.</exception>
    public async ValueTask<EdmModel> GetAsync(CancellationToken cancellationToken)
    {
        if (kept is { } known && time.GetElapsedTime(known.ReadAt) < age) return known.Model;
        return await ReadAsync(kept, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads it anew: the administrator has changed what the base publishes.</summary>
    public Task<EdmModel> RefreshAsync(CancellationToken cancellationToken) => ReadAsync(kept, cancellationToken);

    public void Dispose() => reading.Dispose();

    // Many calls wait for one download; who comes when it has ended takes its result.
    private async Task<EdmModel> ReadAsync(Kept? old, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (kept is { } fresh && !ReferenceEquals(fresh, old)) return fresh.Model;
            var model = await DownloadAsync(cancellationToken).ConfigureAwait(false);
            kept = new Kept(model, time.GetTimestamp());
            return model;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<EdmModel> DownloadAsync(CancellationToken cancellationToken)
    {
        var stream = await client.OpenMetadataAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        try
        {
            var model = await EdmReader.ReadAsync(stream.Body, cancellationToken).ConfigureAwait(false);
            stream.Done();
            return model;
        }
        catch (XmlException broken)
        {
            throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, $"{client.Target} answered with something else where $metadata was expected. Check baseAddress and that standardOdata is enabled in default.vrd.")
            {
                MessageRu = $"{client.Target}: вместо $metadata пришло другое. Проверьте baseAddress и включён ли standardOdata в default.vrd.",
                Reason = "ODATA_NO_METADATA",
                Target = client.Target,
                Detail = broken.Message,
            }, broken);
        }
    }

    private sealed record Kept(EdmModel Model, long ReadAt);
}
