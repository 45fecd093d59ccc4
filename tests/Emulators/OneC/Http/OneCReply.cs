using System.Text;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>An answer of the base, before it is written.</summary>
public sealed record OneCReply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>More headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Writes a long body piece by piece; then <see cref="Body"/> is not used.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    /// <summary>An answer of text.</summary>
    public static OneCReply Text(int status, string text, string contentType = "text/plain; charset=utf-8") => new(status, contentType, Encoding.UTF8.GetBytes(text));

    /// <summary>An answer of JSON.</summary>
    public static OneCReply Json(int status, JsonNode? json) => Text(status, JsonText.Of(json), "application/json; charset=utf-8");

    /// <summary>An answer without a body.</summary>
    public static OneCReply Empty(int status) => new(status, null, default);

    /// <summary>The same answer with one more header.</summary>
    public OneCReply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
