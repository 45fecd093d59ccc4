using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>The reading half of <see cref="RecordJson"/>. The reader stands on the value's first token and is left on its last.</summary>
internal static class RecordJsonReader
{
    private static readonly string[] DateTimeForms = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];
    private static readonly string[] DateTimeOffsetForms = ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    public static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => throw Unexpected(ref reader),
    };

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        var digits = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        var text = Encoding.ASCII.GetString(digits);
        return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (object)whole
            : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(Read(ref reader));
        return list;
    }

    private static object? ReadObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(RecordJson.Type) ? ReadTyped(ref reader) : ReadFields(ref reader);
    }

    private static ConnectorRecord ReadFields(ref Utf8JsonReader reader)
    {
        var record = new ConnectorRecord();
        for (; reader.TokenType == JsonTokenType.PropertyName; reader.Read())
        {
            var name = reader.GetString()!;
            reader.Read();
            record[name] = Read(ref reader);
        }

        return record;
    }

    private static object ReadTyped(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (!ConnectorValues.TryParseKind(reader.GetString(), out var kind)) throw Unexpected(ref reader);
        reader.Read();
        reader.Read();
        var value = kind switch
        {
            ValueKind.DateTime => (object)DateTime.ParseExact(reader.GetString()!, DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None),
            ValueKind.DateTimeOffset => DateTimeOffset.ParseExact(reader.GetString()!, DateTimeOffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.None),
            ValueKind.Binary => reader.GetBytesFromBase64(),
            ValueKind.Record => ReadWrapped(ref reader),
            ValueKind.Table => ReadTable(ref reader),
            _ => throw Unexpected(ref reader),
        };
        reader.Read();
        return value;
    }

    private static ConnectorRecord ReadWrapped(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ReadFields(ref reader);
    }

    private static ConnectorTable ReadTable(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Read();
        var columns = new List<TableColumn>();
        foreach (var column in ReadList(ref reader).Cast<ConnectorRecord>())
        {
            if (!ConnectorValues.TryParseKind((string?)column["type"], out var kind)) throw Unexpected(ref reader);
            columns.Add(new TableColumn((string)column["name"]!, kind));
        }

        reader.Read();
        reader.Read();
        var rows = new List<object?[]>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) rows.Add([.. ReadList(ref reader)]);
        reader.Read();
        return new ConnectorTable(columns, rows);
    }

    private static JsonException Unexpected(ref Utf8JsonReader reader) =>
        new($"A kept record has {reader.TokenType} where a value is expected, at byte {reader.TokenStartIndex}.");
}
