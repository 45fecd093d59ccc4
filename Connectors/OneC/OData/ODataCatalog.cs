using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Keeps the description of the base: it may be 15 MB, so it is read once, when it is first needed, and again when it has grown old or is asked for.</summary>
internal sealed class ODataCatalog(ODataClient client, TimeSpan age, TimeProvider time)
{
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
            var model = await DownloadAsync(CancellationToken.None).ConfigureAwait(false);
            kept = new Kept(model, time.GetTimestamp());
            return model;
        }
        finally
        {
            lock (sync) reading = null;
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
