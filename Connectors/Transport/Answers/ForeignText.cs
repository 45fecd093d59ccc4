using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>What the other system says about its refusal, for the operator and for the log.</summary>
internal static class ForeignText
{
    private const int DetailLimit = 4_000;
    private const int SentenceLimit = 120;
    private const int HeadLimit = 64 * 1024;
    private const int LongestSecret = 8 * 1024;
    private static readonly string[] Names = ["message", "Message", "error", "detail", "title", "description", "errorMessage", "сообщение", "Сообщение"];

    /// <summary>The beginning of a text without secrets: taking them out of megabytes to show a sentence would hold a thread for long.</summary>
    public static string Cleaned(string text, Func<string, string> clean)
    {
        if (text.Length <= HeadLimit) return clean(text);
        var head = clean(text[..HeadLimit]);

        // Where it was cut half a secret may stand, which nobody would recognise.
        return head[..Math.Max(0, head.Length - LongestSecret)];
    }

    public static string Limited(string text) =>
        text.Length <= DetailLimit ? text : $"{text[..DetailLimit]}… ({text.Length} characters)";

    /// <summary>The sentence of a refusal, or null where only a machine could read it.</summary>
    public static string? Sentence(AnswerFacts facts)
    {
        var text = facts.IsJson ? OfJson(facts) : facts.IsPage ? null : facts.Text.Trim();
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = Cleaned(text, facts.Clean);
        return text.Length <= SentenceLimit ? text : $"{text[..(SentenceLimit - 1)]}…";
    }

    private static string? OfJson(AnswerFacts facts)
    {
        try
        {
            return Find(JsonText.Parse(facts.Text), 0);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(JToken? token, int depth)
    {
        if (token is JValue { Type: JTokenType.String } text) return (string?)text;
        if (token is not JObject body || depth > 2) return null;
        return Names.Select(name => Find(body[name], depth + 1)).FirstOrDefault(found => !string.IsNullOrWhiteSpace(found));
    }
}
