using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Reads answers of 1C code as JSON, whatever they call themselves.</summary>
internal static class OneCJson
{
    public static JToken? Read(OneCAnswer answer)
    {
        if (string.IsNullOrWhiteSpace(answer.Text)) return null;
        try
        {
            return JsonText.Parse(answer.Text);
        }
        catch (JsonException broken)
        {
            throw Strange(answer, "it is not JSON", "это не JSON", broken);
        }
    }

    /// <summary>An answer of success that is not what was agreed: the call was carried out, and its result cannot be read.</summary>
    public static ConnectorException Strange(OneCAnswer answer, string what, string whatRu, Exception? cause = null) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The answer of 1C at {answer.Target} cannot be read: {what}. Check the code of the HTTP service.")
        {
            MessageRu = $"Ответ 1С ({answer.Target}) не читается: {whatRu}. Проверьте код HTTP-сервиса.",
            Reason = OneCReasons.Unreadable,
            Target = answer.Target,
            InDoubt = answer.Safety != MethodSafety.Safe,
            Detail = OneCWords.Limited($"HTTP {answer.Status}, {answer.ContentType}. {cause?.Message}\n{answer.Text}"),
        }, cause);
}
