using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>Reads JSON without a float and without guessing dates.</summary>
internal static class JsonAnswer
{
    public static JToken? Read(AnswerFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Text)) return null;
        if (facts.IsPage) throw NotJson(facts, "a web page", "веб-страница", null);
        try
        {
            return Parse(facts.Text);
        }
        catch (JsonException broken)
        {
            throw NotJson(facts, "something else", "что-то другое", broken);
        }
    }

    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment) throw new JsonReaderException("There is text after the end of the JSON.");
        }

        return token;
    }

    private static ConnectorException NotJson(AnswerFacts facts, string what, string whatRu, JsonException? broken) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"{facts.Target} answered with {what} where JSON was expected. Check baseAddress and path; a sign-in page or a proxy may stand in between.")
        {
            MessageRu = $"{facts.Target}: в ответе {whatRu}, а ожидался JSON. Проверьте baseAddress и path; возможно, отвечает страница входа или прокси.",
            Reason = "NOT_JSON",
            Target = facts.Target,
            InDoubt = !facts.ReadsOnly,
            Detail = ForeignText.Limited($"HTTP {facts.Status}, {facts.ContentType}. {broken?.Message}\n{facts.Text}"),
        }, broken);
}
