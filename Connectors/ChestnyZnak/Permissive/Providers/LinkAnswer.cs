using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>What a host or a local service answered, or why it did not.</summary>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
/// <param name="Body">The body.</param>
/// <param name="Failure">Why there is no answer, in a word; null when there is one.</param>
internal sealed record LinkAnswer(int Status, byte[] Body, string? Failure)
{
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>The failure in a word, a refusal's status included.</summary>
    public string Word => Failure ?? $"HTTP_{Status}";

    /// <summary>The body as a JSON object; null where it is something else, or cut off.</summary>
    public JObject? Json()
    {
        try
        {
            return Body.Length == 0 ? null : JsonText.Parse(System.Text.Encoding.UTF8.GetString(Body)) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
