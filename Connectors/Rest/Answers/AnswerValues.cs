using System.Text.Json;
using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Reads the bytes of a JSON answer straight into values, without a tree in between.</summary>
/// <remarks>What is unusual (another encoding, comments, numbers of many digits) is left to the slower reader, which also words the errors.</remarks>
internal static class AnswerValues
{
    // A decimal keeps 28 digits; with sign and point no text of this length can be too long for it.
    private const int SafeDigits = 28;

    // What most records need; half of the lists that grow from nothing would be thrown away.
    private const int UsualFields = 8;

    public static bool TryRead(TransportAnswer response, out object? value)
    {
        value = null;
        var body = response.Body.AsSpan();
        if (body is [0xEF, 0xBB, 0xBF, ..]) body = body[3..];
        if (body.Length == 0 || response.Header("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true) return false;
        try
        {
            var reader = new Utf8JsonReader(body);
            return reader.Read() && TryRead(ref reader, out value) && !reader.Read();
        }
        catch (Exception unusual) when (unusual is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryRead(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return true;
            case JsonTokenType.True: value = true; return true;
            case JsonTokenType.False: value = false; return true;
            case JsonTokenType.String: value = reader.GetString(); return true;
            case JsonTokenType.Number: return TryNumber(ref reader, out value);
            case JsonTokenType.StartArray: return TryList(ref reader, out value);
            default: return TryRecord(ref reader, out value);
        }
    }

    private static bool TryNumber(ref Utf8JsonReader reader, out object? value)
    {
        value = reader.TryGetInt64(out var whole) ? whole : null;
        if (value is not null) return true;
        if (reader.ValueSpan.Length > SafeDigits || reader.ValueSpan.ContainsAny((byte)'e', (byte)'E') || !reader.TryGetDecimal(out var number)) return false;
        value = number;
        return true;
    }

    private static bool TryList(ref Utf8JsonReader reader, out object? value)
    {
        var items = new List<object?>();
        value = items;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!TryRead(ref reader, out var item)) return false;
            items.Add(item);
        }

        return true;
    }

    private static bool TryRecord(ref Utf8JsonReader reader, out object? value)
    {
        var record = new ConnectorRecord(UsualFields);
        value = record;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!TryRead(ref reader, out var member)) return false;
            record[name] = member;
        }

        return true;
    }
}
