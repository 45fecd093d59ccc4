using System.Buffers.Text;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Writes values of the closed set so that their kinds survive: what JSON has no kind for says its own, unless its place already tells it.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a value whose kind stands beside it, at the top of an answer or in a typed column.</summary>
    public static void WriteBare(Utf8JsonWriter writer, ValueKind kind, object? value)
    {
        switch (kind)
        {
            case ValueKind.DateTime:
                writer.WriteStringValue(ConnectorValues.FormatDateTime((DateTime)value!));
                break;
            case ValueKind.DateTimeOffset:
                writer.WriteStringValue(ConnectorValues.FormatDateTimeOffset((DateTimeOffset)value!));
                break;
            case ValueKind.Binary:
                writer.WriteBase64StringValue((byte[])value!);
                break;
            case ValueKind.Table:
                WriteTable(writer, (ConnectorTable)value!);
                break;
            case ValueKind.Record:
                WriteFields(writer, (ConnectorRecord)value!);
                break;
            default:
                WriteSimple(writer, kind, value);
                break;
        }
    }

    /// <summary>Writes a value inside a list or a record.</summary>
    private static void WriteNested(Utf8JsonWriter writer, object? value)
    {
        var kind = ConnectorValues.KindOf(value);
        var wrapped = kind is ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.Binary or ValueKind.Table
                      || HasTypeField(value);
        if (wrapped)
        {
            writer.WriteStartObject();
            writer.WriteString("$type"u8, ConnectorValues.NameOf(kind));
            writer.WritePropertyName("value"u8);
        }

        WriteBare(writer, kind, value);
        if (wrapped) writer.WriteEndObject();
    }

    // Such a record would be taken for a typed value by whoever reads it.
    private static bool HasTypeField(object? value) => value is ConnectorRecord record && record.HasExactly("$type");

    private static void WriteSimple(Utf8JsonWriter writer, ValueKind kind, object? value)
    {
        switch (kind)
        {
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue((bool)value!);
                break;
            case ValueKind.Integer:
                writer.WriteNumberValue((long)value!);
                break;
            case ValueKind.Decimal:
                WriteDecimal(writer, (decimal)value!);
                break;
            case ValueKind.String:
                writer.WriteStringValue((string)value!);
                break;
            default:
                writer.WriteStartArray();
                foreach (var item in (IReadOnlyList<object?>)value!) WriteNested(writer, item);
                writer.WriteEndArray();
                break;
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, ConnectorRecord record)
    {
        writer.WriteStartObject();
        foreach (var field in record)
        {
            writer.WritePropertyName(field.Key);
            WriteNested(writer, field.Value);
        }

        writer.WriteEndObject();
    }

    // The point is what tells a decimal from an integer on the wire.
    private static void WriteDecimal(Utf8JsonWriter writer, decimal value)
    {
        if (value.Scale > 0)
        {
            writer.WriteNumberValue(value);
            return;
        }

        Span<byte> text = stackalloc byte[36];
        Utf8Formatter.TryFormat(value, text, out var length);
        text[length] = (byte)'.';
        text[length + 1] = (byte)'0';
        writer.WriteRawValue(text[..(length + 2)], skipInputValidation: true);
    }

    private static void WriteTable(Utf8JsonWriter writer, ConnectorTable table)
    {
        if (table.IsStream) throw TableRules.StreamInside();
        if (table.Rows.Count > ConnectorTable.MaxRows) throw TableRules.TooManyRows();
        writer.WriteStartObject();
        WriteColumns(writer, table.Columns);
        writer.WriteStartArray("rows"u8);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            TableRules.Check(table.Columns, table.Rows[i], i);
            WriteRow(writer, table.Columns, table.Rows[i]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteColumns(Utf8JsonWriter writer, IReadOnlyList<TableColumn> columns)
    {
        writer.WriteStartArray("columns"u8);
        foreach (var column in columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, column.Name);
            writer.WriteString("type"u8, ConnectorValues.NameOf(column.Type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a row that has been checked.</summary>
    public static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<TableColumn> columns, object?[] row)
    {
        writer.WriteStartArray();
        for (var i = 0; i < row.Length; i++)
        {
            if (HasTypeField(row[i])) WriteNested(writer, row[i]);
            else WriteBare(writer, row[i] is null ? ValueKind.Null : columns[i].Type, row[i]);
        }

        writer.WriteEndArray();
    }
}
