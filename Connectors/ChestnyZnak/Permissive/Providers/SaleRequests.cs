using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Connectors.Transport;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Requests of the permissive mode. Codes hold quotes, slashes and separators: JSON is always written by its writer.</summary>
internal static class SaleRequests
{
    // Codes hold < and &, which the default encoder would write as six characters each; for a service, not for a page, they may stay.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TransportRequest Get(string path, TimeSpan limit, params ReadOnlySpan<(string Name, string? Value)> headers) => Make("GET", path, null, limit, headers);

    public static TransportRequest Post(string path, byte[] body, TimeSpan limit, params ReadOnlySpan<(string Name, string? Value)> headers) => Make("POST", path, body, limit, headers);

    /// <summary>The body for a host: complete codes and the fiscal drive.</summary>
    public static byte[] OfHost(IReadOnlyList<SaleCode> codes, string? fiscalDrive) => Write(json =>
    {
        json.WriteStartArray("codes");
        foreach (var code in codes) json.WriteStringValue(code.Full);
        json.WriteEndArray();
        if (fiscalDrive is not null) json.WriteString("fiscalDriveNumber", fiscalDrive);
    });

    /// <summary>The body for the local service: complete codes in base64, and the till program's facts.</summary>
    public static byte[] OfPiot(IReadOnlyList<SaleCode> codes, PiotOptions piot) => Write(json =>
    {
        json.WriteStartArray("codes");
        foreach (var code in codes) WritePiotCode(json, code, piot.Version);
        json.WriteEndArray();
        json.WriteStartObject("client_info");
        json.WriteString("name", piot.Name);
        json.WriteString("version", piot.ProgramVersion);
        json.WriteString("id", piot.Id);
        json.WriteString("token", piot.Token);
        json.WriteEndObject();
    });

    /// <summary>The body for the second version of the local module: КИ, with their groups where they are known.</summary>
    public static byte[] OfModule(IReadOnlyList<SaleCode> codes) => Write(json =>
    {
        json.WriteStartArray("cis_list");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("cis", code.Cis);
            if (code.Group is { } group) json.WriteNumber("pg", group);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] OfKey(string key) => Write(json => json.WriteString("token", key));

    private static void WritePiotCode(Utf8JsonWriter json, SaleCode code, int version)
    {
        if (version < 3)
        {
            json.WriteBase64StringValue(Encoding.UTF8.GetBytes(code.Full));
            return;
        }

        json.WriteStartObject();
        json.WriteBase64String("cis", Encoding.UTF8.GetBytes(code.Full));
        json.WriteNumber("pg", code.Group!.Value);
        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static TransportRequest Make(string verb, string path, byte[]? body, TimeSpan limit, ReadOnlySpan<(string Name, string? Value)> headers)
    {
        var named = new Dictionary<string, string>(4, StringComparer.OrdinalIgnoreCase) { ["Accept"] = "application/json" };
        foreach (var (name, value) in headers)
        {
            if (value is not null) named[name] = value;
        }

        return new TransportRequest(verb, path)
        {
            Headers = named,
            Body = body is null ? null : TransportBody.Bytes(body, "application/json; charset=utf-8"),
            Safety = MethodSafety.Safe,
            Timeout = limit,
            Accepts = static _ => true,
        };
    }
}
