using System.Text;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>An answer that could be read over HTTP, whatever its status.</summary>
/// <param name="Status">The HTTP status; 701 is one of this system's own.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">Its media type, where it was told.</param>
internal sealed record ZnakAnswer(int Status, byte[] Body, string? ContentType)
{
    /// <summary>The wait the other side asked for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Host and port that answered.</summary>
    public string? Target { get; init; }

    public bool IsOk => Status is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Whether the body begins as a JSON array: then it holds a result for each code, also under a status of failure.</summary>
    public bool IsArray => Body.AsSpan().TrimStart(" \r\n\t\uFEFF"u8) is [(byte)'[', ..];

    /// <summary>The body as JSON; null where it is empty or something else.</summary>
    public JToken? Json()
    {
        try
        {
            return Body.Length == 0 ? null : JsonText.Parse(Text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
