namespace Connectors.Transport;

/// <summary>An answer whose body is read while it comes. Disposing it ends the exchange.</summary>
public sealed class TransportStream : IAsyncDisposable
{
    private readonly HttpResponseMessage message;
    private readonly Action ended;
    private bool disposed;

    internal TransportStream(HttpResponseMessage message, Uri address, Stream body, Action ended)
    {
        this.message = message;
        this.ended = ended;
        Address = address;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int Status => (int)message.StatusCode;

    /// <summary>The address that answered, after redirects.</summary>
    public Uri Address { get; }

    /// <summary>The media type without parameters; empty when there is none.</summary>
    public string ContentType => message.Content.Headers.ContentType?.MediaType ?? "";

    /// <summary>The media type with its parameters; empty when there is none.</summary>
    public string FullContentType => message.Content.Headers.ContentType?.ToString() ?? "";

    /// <summary>The body. A silence longer than the options' limit, a broken connection and too many bytes end it with a <see cref="Cleverence.Connectivity.ConnectorException"/>.</summary>
    public Stream Body { get; }

    /// <summary>The value of a header; several are joined by a comma.</summary>
    /// <param name="name">The header.</param>
    /// <returns>The value, or null.</returns>
    public string? Header(string name) => AnswerHeaders.Find(message, name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await Body.DisposeAsync().ConfigureAwait(false);
        message.Dispose();
        ended();
    }
}
