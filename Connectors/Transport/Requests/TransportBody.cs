using System.Net.Http.Headers;
using System.Text;

namespace Connectors.Transport;

/// <summary>The body of a request; it can be written again for a repeat.</summary>
public sealed class TransportBody
{
    private readonly Func<HttpContent> make;

    private TransportBody(Func<HttpContent> make) => this.make = make;

    /// <summary>Text, sent as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentType">Its type; the character set is added when it names none.</param>
    /// <returns>The body.</returns>
    /// <exception cref="FormatException">The type is not one.</exception>
    public static TransportBody Text(string text, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(text);
        var type = MediaTypeHeaderValue.Parse(contentType);
        type.CharSet ??= "utf-8";
        return OfBytes(Encoding.UTF8.GetBytes(text), type);
    }

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes; they must not change until the request has ended.</param>
    /// <param name="contentType">Their type.</param>
    /// <returns>The body.</returns>
    /// <exception cref="FormatException">The type is not one.</exception>
    public static TransportBody Bytes(ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream") =>
        OfBytes(bytes, MediaTypeHeaderValue.Parse(contentType));

    /// <summary>The fields of a form, <c>application/x-www-form-urlencoded</c>.</summary>
    /// <param name="fields">The fields, in their order.</param>
    /// <returns>The body.</returns>
    public static TransportBody Form(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var text = string.Join('&', fields.Select(field => $"{Escaped(field.Key)}={Escaped(field.Value)}"));
        return OfBytes(Encoding.ASCII.GetBytes(text), new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
    }

    /// <summary>The parts of a form with files, <c>multipart/form-data</c>.</summary>
    /// <param name="parts">The parts, in their order.</param>
    /// <returns>The body.</returns>
    public static TransportBody Multipart(IReadOnlyList<TransportPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new TransportBody(() =>
        {
            // Names of parts are UTF-8 as browsers write them; few servers understand the older forms.
            var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
            foreach (var part in parts) form.Add(part.Make());
            return form;
        });
    }

    internal HttpContent Make() => make();

    private static TransportBody OfBytes(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue type) => new(() =>
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = type;
        return content;
    });

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
