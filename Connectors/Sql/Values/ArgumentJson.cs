using System.Buffers;
using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Writes a list, record or table argument as JSON, the form in which databases take them; decimals keep their digits.</summary>
internal static class ArgumentJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case ConnectorRecord record: WriteRecord(writer, record); break;
            case ConnectorTable table: WriteTable(writer, table); break;
            case string or byte[] or DateTime or DateTimeOffset: writer.WriteStringValue(ConnectorValues.ToText(value)); break;
            case IReadOnlyList<object?> list: WriteList(writer, list); break;
            default: writer.WriteStringValue(ConnectorValues.ToText(value)); break;
        }
    }

    private static void WriteRecord(Utf8JsonWriter writer, ConnectorRecord record)
    {
        writer.WriteStartObject();
        foreach (var (name, field) in record)
        {
            writer.WritePropertyName(name);
            Write(writer, field);
        }

        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, ConnectorTable table)
    {
        writer.WriteStartArray();
        foreach (var row in table.Rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                writer.WritePropertyName(table.Columns[i].Name);
                Write(writer, row[i]);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<object?> list)
    {
        writer.WriteStartArray();
        foreach (var item in list) Write(writer, item);
        writer.WriteEndArray();
    }
}
