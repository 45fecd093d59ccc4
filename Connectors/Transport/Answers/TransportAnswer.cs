using System.Net.Http.Headers;

namespace Connectors.Transport;

/// <summary>An answer, read to its end.</summary>
public class TransportAnswer
{
    private readonly HttpResponseMessage message;
    private readonly SecretMask? mask;
    private string? text;

    internal TransportAnswer(HttpResponseMessage message, Uri address, bool readsOnly, byte[] body, SecretMask? mask = null)
    {
        this.mask = mask;
        this.message = message;
        Address = address;
        ReadsOnly = readsOnly;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int Status => (int)message.StatusCode;

    /// <summary>The address that answered, after redirects.</summary>
    public Uri Address { get; }

    /// <summary>The media type without parameters; empty when there is none.</summary>
    public string ContentType => ContentHeaders.ContentType?.MediaType ?? "";

    /// <summary>The media type with its parameters; empty when there is none.</summary>
    public string FullContentType => ContentHeaders.ContentType?.ToString() ?? "";

    /// <summary>The bytes of the body.</summary>
    public byte[] Body { get; }

    /// <summary>The text of the body.</summary>
    public string Text => text ??= AnswerText.Read(Body, ContentHeaders.ContentType?.CharSet);

    /// <summary>Whether the body calls itself JSON.</summary>
    public bool IsJson => JsonAnswer.IsJson(ContentType);

    internal bool ReadsOnly { get; }

    private HttpContentHeaders ContentHeaders => message.Content.Headers;

    /// <summary>The value of a header; several are joined by a comma.</summary>
    /// <param name="name">The header.</param>
    /// <returns>The value, or null.</returns>
    public string? Header(string name) => AnswerHeaders.Find(message, name);

    /// <summary>A text of the other system as people may read it: without the connector's secrets. Use it before cutting or showing one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with stars for secrets.</returns>
    public string Masked(string text) => mask?.Clean(text) ?? text;

    internal AnswerFacts Facts(TimeSpan? retryAfter = null) =>
        new(Address.Authority, ReadsOnly, Status, ContentType, Text) { Location = Header("Location"), RetryAfter = retryAfter, Clean = Masked };
}
