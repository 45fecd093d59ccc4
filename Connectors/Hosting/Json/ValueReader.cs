using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Reads values of the closed set. The reader's depth limit bounds the recursion.</summary>
internal static class ValueReader
{
    // Up to here comparing names one by one is cheaper than a set; beyond it a hostile body would make it quadratic.
    public const int FewNames = 16;
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>Reads the value whose first token the reader stands on.</summary>
    public static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number => ExactNumber.Read(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader),
        _ => ReadObject(ref reader),
    };

    /// <summary>Reads a record whose <c>$type</c>, if it has one, is a name like any other.</summary>
    public static ConnectorRecord ReadFields(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ReadFields(ref reader, out _);
    }

    public static string Text(ref Utf8JsonReader reader) => reader.GetString()!;

    public static JsonFault Repeated(string name, long offset) =>
        new(offset, $"the name '{name}' is given twice", $"имя «{name}» передано дважды");

    private static List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(Read(ref reader));
        return list;
    }

    private static object? ReadObject(ref Utf8JsonReader reader)
    {
        var start = reader.TokenStartIndex;
        reader.Read();
        if (IsWrappedRecord(reader)) return ReadWrappedRecord(ref reader);
        var fields = ReadFields(ref reader, out var typed);
        return typed ? TypedValue.Of(fields, start) : fields;
    }

    private static ConnectorRecord ReadFields(ref Utf8JsonReader reader, out bool typed)
    {
        var fields = new ConnectorRecord();
        HashSet<string>? names = null;
        typed = false;
        for (; reader.TokenType == JsonTokenType.PropertyName; reader.Read())
        {
            typed |= reader.ValueTextEquals("$type"u8);
            var name = Text(ref reader);
            if (fields.Count == FewNames) names = new HashSet<string>(fields.Names, StringComparer.Ordinal);
            if (names is null ? fields.HasExactly(name) : !names.Add(name)) throw Repeated(name, reader.TokenStartIndex);
            reader.Read();
            fields.Append(name, Read(ref reader));
        }

        return fields;
    }

    // {"$type":"record", …}: what follows may hold a field named $type, so it must be known before the fields are read.
    private static bool IsWrappedRecord(Utf8JsonReader ahead) =>
        ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals("$type"u8)
        && ahead.Read() && ahead.TokenType == JsonTokenType.String && ahead.ValueTextEquals("record"u8);

    private static ConnectorRecord? ReadWrappedRecord(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = reader.TokenStartIndex;
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("value"u8)) throw Unwrapped(start);
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null)) throw Unwrapped(reader.TokenStartIndex);
        var record = reader.TokenType == JsonTokenType.Null ? null : ReadFields(ref reader);
        reader.Read();
        return reader.TokenType == JsonTokenType.EndObject ? record : throw Unwrapped(reader.TokenStartIndex);
    }

    private static JsonFault Unwrapped(long offset) =>
        new(offset, "a value of type record is written {\"$type\":\"record\",\"value\":{…}}", "значение типа record записывается как {\"$type\":\"record\",\"value\":{…}}");
}
