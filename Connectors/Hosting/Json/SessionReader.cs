using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Reads the session of a call: <c>{"userId","deviceId","warehouseId","documentId","document":{…}}</c>.</summary>
internal static class SessionReader
{
    private const string Known = "userId, deviceId, warehouseId, documentId, document";

    public static InvokeSession? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonFault(reader.TokenStartIndex, "session is an object", "session — объект");
        var session = new InvokeSession();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) session = With(session, ref reader);
        return session;
    }

    private static InvokeSession With(InvokeSession session, ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("userId"u8)) return session with { UserId = Next(ref reader) };
        if (reader.ValueTextEquals("deviceId"u8)) return session with { DeviceId = Next(ref reader) };
        if (reader.ValueTextEquals("warehouseId"u8)) return session with { WarehouseId = Next(ref reader) };
        if (reader.ValueTextEquals("documentId"u8)) return session with { DocumentId = Next(ref reader) };
        if (!reader.ValueTextEquals("document"u8)) throw RequestReader.Unknown(ref reader, Known);
        reader.Read();
        return session with { Document = Document(ref reader) };
    }

    private static ConnectorRecord? Document(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            throw new JsonFault(reader.TokenStartIndex, "document is an object", "document — объект");
        }

        return reader.TokenType == JsonTokenType.Null ? null : ValueReader.ReadFields(ref reader);
    }

    private static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return RequestReader.TextOrNull(ref reader);
    }
}
