using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>Reads JSON text without a float and without guessing dates.</summary>
public static class JsonText
{
    /// <summary>Reads one JSON value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tree; numbers with a fraction are decimal, dates stay text.</returns>
    /// <exception cref="JsonException">It is not JSON, or there is more than one value.</exception>
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
}
