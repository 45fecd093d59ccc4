using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// The JSON of calls: the one place where values of the contract are read from and written to the wire.
/// Numbers keep their digits, Cyrillic stays readable, and what is read is only JSON or a <see cref="ConnectorException"/>.
/// </summary>
public static partial class InvokeJson
{
    /// <summary>The content type of every answer.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>How deep a body may nest.</summary>
    public const int MaxDepth = 64;

    internal static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };

    // Records of 64 levels may lie in tables of typed values: the writer's own limit must never be met first.
    internal static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1000 };

    private delegate T Part<out T>(ref Utf8JsonReader reader);

    /// <summary>Reads the body of a call.</summary>
    /// <param name="body">The whole body.</param>
    /// <returns>The call.</returns>
    /// <exception cref="ConnectorException">The body is not such JSON: the error names line and position, or the path of what is wrong.</exception>
    public static InvokeRequest ReadRequest(in ReadOnlySequence<byte> body) => Read(body, RequestReader.Read);

    /// <summary>Reads a body that is one record, as a document is. A field named <c>$type</c> of the record itself is a field like any other.</summary>
    /// <param name="body">The whole body.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ConnectorException">The body is not such JSON.</exception>
    public static ConnectorRecord ReadRecord(in ReadOnlySequence<byte> body) => Read(body, static (ref Utf8JsonReader reader) =>
    {
        RequestReader.Open(ref reader);
        return ValueReader.ReadFields(ref reader);
    });

    /// <summary>Reads a body that is one value.</summary>
    /// <param name="body">The whole body.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConnectorException">The body is not such JSON.</exception>
    public static object? ReadValue(in ReadOnlySequence<byte> body) => Read(body, static (ref Utf8JsonReader reader) =>
    {
        reader.Read();
        return ValueReader.Read(ref reader);
    });

    private static T Read<T>(in ReadOnlySequence<byte> body, Part<T> part)
    {
        var reader = new Utf8JsonReader(body, Reading);
        try
        {
            var read = part(ref reader);

            // One more step finds whatever stands after the end.
            reader.Read();
            return read;
        }
        catch (JsonException malformed)
        {
            throw NotJson(malformed);
        }
        catch (JsonFault fault)
        {
            throw Located(body, fault);
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for text it cannot decode, wherever it is looked at.
            throw Located(body, new JsonFault(reader.TokenStartIndex, "the text is not valid UTF-8 or holds half of a surrogate pair", "текст не в UTF-8 или содержит половину суррогатной пары"));
        }
    }

    private static ConnectorException NotJson(JsonException malformed)
    {
        var (line, position) = ((malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1);
        return new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The body is not JSON of at most {MaxDepth} levels: line {line}, position {position}. Mend it there and send it again.")
        {
            MessageRu = $"Тело запроса — не JSON (вложенность до {MaxDepth}): строка {line}, позиция {position}. Исправьте это место и повторите.",
            Detail = malformed.Message,
        });
    }

    private static ConnectorException Located(in ReadOnlySequence<byte> body, JsonFault fault)
    {
        var path = JsonPath.At(body, fault.Offset, Reading);
        var (at, atRu) = path.Length == 0 ? ("The body is wrong", "Ошибка в теле запроса") : ($"Wrong at {path}", $"Ошибка в {path}");
        return new(new ConnectorError(fault.Code, $"{at}: {fault.Message}.")
        {
            MessageRu = $"{atRu}: {fault.TextRu}.",
            Offenders = path.Length == 0 ? [] : [$"{path}: {fault.Message}"],
            Detail = $"{at}: {fault.Message}.",
        });
    }
}
