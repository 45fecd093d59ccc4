using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>The writing half of <see cref="RecordJson"/>.</summary>
internal sealed class RecordJsonWriter(Utf8JsonWriter writer)
{
    private const int MaxDepth = 64;

    public void Write(object? value, int depth)
    {
        if (depth > MaxDepth) throw Refused($"A value is more than {MaxDepth} levels deep, or contains itself.");
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: WriteDecimal(number); break;
            case string text: writer.WriteStringValue(text); break;
            case DateTime time: WriteTyped(ValueKind.DateTime, ConnectorValues.FormatDateTime(time)); break;
            case DateTimeOffset moment: WriteTyped(ValueKind.DateTimeOffset, ConnectorValues.FormatDateTimeOffset(moment)); break;
            case byte[] bytes: WriteTyped(ValueKind.Binary, Convert.ToBase64String(bytes)); break;
            case ConnectorRecord record: WriteRecord(record, depth); break;
            case ConnectorTable table: WriteTable(table, depth); break;
            case IReadOnlyList<object?> list: WriteList(list, depth); break;
            default: throw Refused($"{value.GetType()} is not a kind of value.");
        }
    }

    // The point is what tells a decimal from an integer when it is read again.
    private void WriteDecimal(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0");
    }

    private void WriteTyped(ValueKind kind, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(RecordJson.Type, ConnectorValues.NameOf(kind));
        writer.WriteString(RecordJson.Value, text);
        writer.WriteEndObject();
    }

    private void WriteRecord(ConnectorRecord record, int depth)
    {
        // A field of a record that is called like our mark must not be taken for it.
        var wrap = record.Names.Contains(RecordJson.Type, StringComparer.Ordinal);
        if (wrap) StartTyped(ValueKind.Record);
        writer.WriteStartObject();
        foreach (var (name, value) in record)
        {
            writer.WritePropertyName(name);
            Write(value, depth + 1);
        }

        writer.WriteEndObject();
        if (wrap) writer.WriteEndObject();
    }

    private void WriteTable(ConnectorTable table, int depth)
    {
        if (table.IsStream) throw Refused("A single-pass table cannot be kept; read it into rows first.");
        StartTyped(ValueKind.Table);
        writer.WriteStartObject();
        writer.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("type", ConnectorValues.NameOf(column.Type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in table.Rows) WriteList(row, depth);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteList(IReadOnlyList<object?> list, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in list) Write(item, depth + 1);
        writer.WriteEndArray();
    }

    private void StartTyped(ValueKind kind)
    {
        writer.WriteStartObject();
        writer.WriteString(RecordJson.Type, ConnectorValues.NameOf(kind));
        writer.WritePropertyName(RecordJson.Value);
    }

    private static ConnectorException Refused(string detail) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, "The record holds a value that cannot be kept.")
        {
            MessageRu = "В записи есть значение, которое нельзя сохранить.",
            Detail = detail,
        });
}
