using System.Globalization;
using System.Text.Json;

namespace Emulators.OneC;

/// <summary>Answers in JSON: lists are written row by row, so that fifty thousand objects take no memory.</summary>
internal static class JsonAnswers
{
    private const string Type = "application/json;charset=utf-8";

    public static OneCReply List(ODataReading reading, ODataPage page, string? next) => new(200, Type, default)
    {
        Stream = async (body, cancellationToken) =>
        {
            await using var json = new Utf8JsonWriter(body, JsonText.Writer);
            var entity = reading.Entity();
            json.WriteStartObject();
            if (!reading.IsLight) json.WriteString("odata.metadata", $"{reading.Root}/$metadata#{reading.Source.Name}");
            if (page.Count is { } count) json.WriteString("odata.count", count.ToString(CultureInfo.InvariantCulture));
            json.WriteStartArray("value");
            foreach (var row in page.Rows)
            {
                json.WriteStartObject();
                entity.Write(json, reading.Source, row);
                json.WriteEndObject();
                if (json.BytesPending > 32 * 1024) await json.FlushAsync(cancellationToken);
            }

            json.WriteEndArray();
            if (next is not null) json.WriteString("odata.nextLink", next);
            json.WriteEndObject();
        },
    };

    public static OneCReply One(ODataReading reading, ODataRow row, int status = 200) => Write(status, json =>
    {
        if (!reading.IsLight) json.WriteString("odata.metadata", $"{reading.Root}/$metadata#{reading.Source.Name}/@Element");
        reading.Entity().Write(json, reading.Source, row);
    });

    public static OneCReply Value(ODataReading reading, object? value, string edm) => Write(200, json =>
    {
        if (!reading.IsLight) json.WriteString("odata.metadata", $"{reading.Root}/$metadata#{edm}");
        json.WritePropertyName("value");
        JsonEntity.Value(json, value, edm);
    });

    public static OneCReply Service(string root, IEnumerable<string> names) => Write(200, json =>
    {
        json.WriteString("odata.metadata", $"{root}/$metadata");
        json.WriteStartArray("value");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("url", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static OneCReply Write(int status, Action<Utf8JsonWriter> fill)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, JsonText.Writer))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }

        return new OneCReply(status, Type, body.ToArray());
    }
}
