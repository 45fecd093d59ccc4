using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>Reads an answer as JSON, or tells what it is instead.</summary>
internal static class JsonAnswer
{
    public static bool IsJson(string contentType) => contentType.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    public static JToken? Read(AnswerFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Text)) return null;
        if (facts.IsPage) throw NotJson(facts, "a web page", "веб-страница", null);
        try
        {
            return JsonText.Parse(facts.Text);
        }
        catch (JsonException broken)
        {
            throw NotJson(facts, "something else", "что-то другое", broken);
        }
    }

    private static ConnectorException NotJson(AnswerFacts facts, string what, string whatRu, JsonException? broken) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"{facts.Target} answered with {what} where JSON was expected. Check baseAddress and path; a sign-in page or a proxy may stand in between.")
        {
            MessageRu = $"{facts.Target}: в ответе {whatRu}, а ожидался JSON. Проверьте baseAddress и path; возможно, отвечает страница входа или прокси.",
            Reason = "NOT_JSON",
            Target = facts.Target,
            InDoubt = !facts.ReadsOnly,
            Detail = ForeignText.Limited(ForeignText.Cleaned($"HTTP {facts.Status}, {facts.ContentType}. {broken?.Message}\n{facts.Text}", facts.Clean)),
        });
}
