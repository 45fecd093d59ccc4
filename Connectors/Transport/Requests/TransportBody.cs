using System.Net.Http.Headers;
using System.Text;

namespace Connectors.Transport;

/// <summary>The body of a request; it can be written again for a repeat.</summary>
public sealed class TransportBody
{
    private const string FormType = "application/x-www-form-urlencoded";

    // What nearly every body is: known without reading the type at every call.
    private const string Json = "application/json";
    private const string JsonInUtf8 = "application/json; charset=utf-8";
    private readonly Func<string?, HttpContent>? make;
    private readonly Func<string?, (ReadOnlyMemory<byte> Bytes, string Type)>? write;

    private TransportBody(Func<string?, HttpContent> make) => this.make = make;

    private TransportBody(Func<string?, (ReadOnlyMemory<byte> Bytes, string Type)> write) => this.write = write;

    /// <summary>Whether a body can be sent as a type: it is one, and the character set it may name is known here.</summary>
    /// <param name="contentType">The type.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsType(string? contentType) => TextEncoding.Type(contentType) is not null;

    /// <summary>Text, sent in the character set of its type; in UTF-8 where it names none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentType">Its type; the character set is added when it names none.</param>
    /// <returns>The body. A letter that the character set lacks is refused when the request is made, never replaced.</returns>
    /// <exception cref="FormatException">The type is not one, or its character set is not known; see <see cref="IsType"/>.</exception>
    public static TransportBody Text(string text, string contentType = Json)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (contentType == Json) return new(other => other is null ? (Encoding.UTF8.GetBytes(text), JsonInUtf8) : (TextEncoding.Bytes(text, TextEncoding.Type(other)?.CharSet), other));
        var own = TextEncoding.Type(contentType) ?? throw new FormatException($"'{contentType}' is not a media type with a known character set.");
        own.CharSet ??= "utf-8";
        return new(other => (TextEncoding.Bytes(text, other is null ? own.CharSet : TextEncoding.Type(other)?.CharSet), other ?? own.ToString()));
    }

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes; they must not change until the request has ended.</param>
    /// <param name="contentType">Their type.</param>
    /// <returns>The body.</returns>
    /// <exception cref="FormatException">The type is not one.</exception>
    public static TransportBody Bytes(ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream")
    {
        var own = MediaTypeHeaderValue.Parse(contentType).ToString();
        return new(other => (bytes, other ?? own));
    }

    /// <summary>The fields of a form, <c>application/x-www-form-urlencoded</c>.</summary>
    /// <param name="fields">The fields, in their order.</param>
    /// <returns>The body.</returns>
    public static TransportBody Form(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var text = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Escaped(field.Key)}={Escaped(field.Value)}")));
        return new(other => (text, other?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) == true ? other : FormType));
    }

    /// <summary>The parts of a form with files, <c>multipart/form-data</c>.</summary>
    /// <param name="parts">The parts, in their order.</param>
    /// <returns>The body.</returns>
    public static TransportBody Multipart(IReadOnlyList<TransportPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new TransportBody(_ =>
        {
            // Names of parts are UTF-8 as browsers write them; few servers understand the older forms.
            var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
            foreach (var part in parts) form.Add(part.Make());
            return form;
        });
    }

    /// <summary>Makes the content.</summary>
    /// <param name="type">The type a header wishes for in place of the body's own; the fields of forms keep theirs, which says how they are written.</param>
    internal HttpContent Make(string? type = null)
    {
        if (write is null) return make!(type);
        var (bytes, own) = write(type);
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", own);
        return content;
    }

    /// <summary>Makes the content of a call that wants to know when it begins to leave.</summary>
    /// <param name="type">As for <see cref="Make"/>.</param>
    /// <param name="call">The call.</param>
    internal WatchedContent Watched(string? type, TransportCall call)
    {
        if (write is null) return new(make!(type), call);
        var (bytes, own) = write(type);
        return new(bytes, own, call);
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
