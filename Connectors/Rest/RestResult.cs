using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Arguments;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>Takes the result of a method out of an answer: the part its path names, as the kind it is declared to be.</summary>
internal sealed record RestResult(string Path, ValueKind? Kind)
{
    /// <summary>Why the path cannot be used, or null.</summary>
    public string? Problem()
    {
        try
        {
            _ = new JObject().SelectTokens(Path).Any();
            return null;
        }
        catch (Newtonsoft.Json.JsonException wrong)
        {
            return wrong.Message;
        }
    }

    public object? Read(TransportResponse response, bool readsOnly)
    {
        if (Path.Length == 0 && Kind == ValueKind.Binary) return response.Body;
        if (Path.Length == 0 && Kind == ValueKind.String && !response.IsJson) return response.Text;
        var found = Select(response, readsOnly);
        if (found is JArray { Count: > ConnectorTable.MaxRows } rows) throw TooLarge(rows.Count);
        var value = JsonValues.FromJson(found);
        return value is null || Kind is null ? value : Shape(value, readsOnly);
    }

    private JToken? Select(TransportResponse response, bool readsOnly)
    {
        var whole = response.ReadJson();
        if (Path.Length == 0 || whole is null) return whole;
        var found = whole.SelectTokens(Path).ToList();
        if (MeansMany) return new JArray(found);
        return found.Count > 0 ? found[0] : throw Wrong($"has nothing at '{Path}'. Check \"result\" of the template", $"ничего нет по пути «{Path}». Проверьте \"result\" шаблона", response.Text, readsOnly);
    }

    private bool MeansMany => Path.Contains("..", StringComparison.Ordinal) || Path.IndexOfAny(['*', '?', ',', ':']) >= 0;

    private object Shape(object value, bool readsOnly)
    {
        if (Kind == ValueKind.Table && value is List<object?> rows && rows.TrueForAll(row => row is ConnectorRecord)) return ConnectorTable.FromRecords(rows.Cast<ConnectorRecord>());
        var wanted = BoundParameter.TypeOf(Kind);
        return ConnectorValues.TryConvert(value, wanted, out var converted)
            ? converted!
            : throw Wrong($"is a {ConnectorValues.NameOf(ConnectorValues.KindOf(value))}, not a {ConnectorValues.NameOf(Kind!.Value)}. Check \"resultType\" of the template", $"не того вида, что указан в \"resultType\" шаблона ({ConnectorValues.NameOf(Kind!.Value)})", ConnectorValues.ToText(value), readsOnly);
    }

    private static ConnectorException Wrong(string what, string whatRu, string text, bool readsOnly) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The answer {what}.")
        {
            MessageRu = $"Ответ: {whatRu}.",
            Reason = "UNEXPECTED_ANSWER",
            Detail = text.Length <= 4_000 ? text : text[..4_000],
            InDoubt = !readsOnly,
        });

    private static ConnectorException TooLarge(int count) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The answer has {count} rows, over the limit of {ConnectorTable.MaxRows}. Narrow the request.")
        {
            MessageRu = $"В ответе {count} строк, предел {ConnectorTable.MaxRows}. Сузьте запрос.",
        });
}
