using System.Text;
using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>One answer with a list of objects, read object by object as its bytes arrive.</summary>
internal sealed class ODataPage : IDisposable
{
    private readonly JsonTextReader reader;
    private readonly Func<string, ConnectorException> refusal;
    private bool hasRows;
    private bool inRows;
    private bool ended;

    /// <param name="body">The body; its first bytes have been looked at and are not a web page.</param>
    /// <param name="refusal">Makes the failure of an error that stands among the members.</param>
    public ODataPage(Stream body, Func<string, ConnectorException> refusal)
    {
        this.refusal = refusal;
        reader = new JsonTextReader(new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = 64,
        };
    }

    /// <summary>The address of the next page, once the last row has been read.</summary>
    public string? NextLink { get; private set; }

    /// <summary>How many rows have been read.</summary>
    public int Rows { get; private set; }

    /// <summary>Reads the next object whole.</summary>
    public async Task<JObject?> NextObjectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await MoveAsync(cancellationToken).ConfigureAwait(false) ? await JObject.LoadAsync(reader, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Reads the next object into the cells of a row; null after the last one.</summary>
    public async Task<object?[]?> NextRowAsync(ODataLayout layout, CancellationToken cancellationToken)
    {
        try
        {
            return await MoveAsync(cancellationToken).ConfigureAwait(false) ? await ReadRowAsync(layout, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Gives the reader's buffers back; the body is its answer's to close.</summary>
    public void Dispose() => ((IDisposable)reader).Dispose();

    // Leaves the reader at the start of the next object.
    private async ValueTask<bool> MoveAsync(CancellationToken cancellationToken)
    {
        if (ended || (!inRows && !await FindRowsAsync(cancellationToken).ConfigureAwait(false))) return false;
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (reader.TokenType == JsonToken.StartObject)
        {
            Rows++;
            return true;
        }

        if (reader.TokenType != JsonToken.EndArray) throw new JsonReaderException($"An object was expected among the rows, not {reader.TokenType}.");
        inRows = false;
        await FindRowsAsync(cancellationToken).ConfigureAwait(false);
        ended = true;
        return false;
    }

    // Reads the members of the answer up to its rows; what stands behind the rows is read when they end.
    private async ValueTask<bool> FindRowsAsync(CancellationToken cancellationToken)
    {
        if (reader.TokenType == JsonToken.None)
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reader.TokenType != JsonToken.StartObject) throw new JsonReaderException($"The answer begins with {reader.TokenType} and not with an object.");
        }

        while (true)
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reader.TokenType == JsonToken.EndObject)
            {
                if (!hasRows) throw new JsonReaderException("The answer has no list of objects.");
                ended = true;
                return false;
            }

            var name = (string)reader.Value!;
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (name == "value" && reader.TokenType == JsonToken.StartArray) return inRows = hasRows = true;
            if (name is "odata.error") throw refusal(new JObject(new JProperty(name, await JToken.ReadFromAsync(reader, cancellationToken).ConfigureAwait(false))).ToString(Formatting.None));
            if (name is "odata.nextLink" or "@odata.nextLink") NextLink = reader.Value as string;
            else await reader.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<object?[]> ReadRowAsync(ODataLayout layout, CancellationToken cancellationToken)
    {
        var row = layout.NewRow();
        reader.PropertyNameTable = layout.Names;
        while (true)
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reader.TokenType == JsonToken.EndObject) return layout.Done(row);
            var slot = layout.Find((string)reader.Value!);
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (slot is null) await reader.SkipAsync(cancellationToken).ConfigureAwait(false);
            else if (reader.TokenType is JsonToken.StartArray or JsonToken.StartObject) layout.Put(row, slot, await JToken.ReadFromAsync(reader, cancellationToken).ConfigureAwait(false));
            else layout.Put(row, slot, reader.Value);
        }
    }

    private async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) throw new JsonReaderException("It ends in the middle.");
    }

    private ConnectorException Broken(JsonException broken) => ODataErrors.Unreadable(
        $"it is not whole JSON after row {Rows}",
        $"после строки {Rows} это не целый JSON",
        broken.Message,
        broken);
}
