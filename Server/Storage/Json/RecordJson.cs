using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>Records as UTF-8 JSON in the wire form. Every kind of value comes back as the kind it was.</summary>
internal static class RecordJson
{
    /// <summary>The property that names the kind of a value JSON has no form for.</summary>
    public const string Type = "$type";

    /// <summary>The property beside it that holds the value.</summary>
    public const string Value = "value";

    // A value is at most 64 deep; each level may take several of JSON.
    private const int JsonDepth = 1000;
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonDepth };
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = JsonDepth };

    /// <summary>Writes a record.</summary>
    /// <exception cref="ConnectorException">It holds something that cannot be kept, or itself.</exception>
    public static byte[] Write(ConnectorRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) new RecordJsonWriter(writer).Write(record, 0);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ConnectorRecord Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, ReaderOptions);
        reader.Read();
        return (ConnectorRecord)RecordJsonReader.Read(ref reader)!;
    }
}
