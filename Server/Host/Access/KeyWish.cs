using Cleverence.Connectivity;
using Server.Api;

namespace Server.Access;

/// <summary>A key somebody wants made. A misspelt name must not make a key that may do everything, so unknown names are refused.</summary>
internal sealed record KeyWish(string Name, IReadOnlyList<string> Connectors, bool Admin)
{
    private const int LongestName = 200;

    /// <summary>Reads the body of the wish.</summary>
    /// <exception cref="ApiException">Something is wrong with it; all is named.</exception>
    public static KeyWish Of(ConnectorRecord body)
    {
        var (wrong, wrongRu) = (new List<string>(), new List<string>());
        foreach (var field in body.Names.Where(field => field is not ("name" or "connectors" or "admin")))
        {
            wrong.Add($"'{field}' is not known; known: name, connectors, admin");
            wrongRu.Add($"имя «{field}» неизвестно; известны: name, connectors, admin");
        }

        var name = (body["name"] as string)?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            wrong.Add($"name takes a text of 1 to {LongestName} characters that says what the key is for");
            wrongRu.Add($"name — текст от 1 до {LongestName} символов: для чего ключ");
        }

        var connectors = Ids(body["connectors"]);
        if (connectors is null)
        {
            wrong.Add("connectors takes a list of connector ids; leave it out for all connectors");
            wrongRu.Add("connectors — список id коннекторов; без него — все коннекторы");
        }

        var admin = body["admin"] is true;
        if (body["admin"] is not (null or bool) || (admin && connectors is { Count: > 0 }))
        {
            wrong.Add("admin takes true or false, and true only without connectors: an administrator's key may do everything");
            wrongRu.Add("admin — true или false, причём true только без connectors: ключу администратора можно всё");
        }

        return wrong.Count == 0 ? new KeyWish(name, connectors!, admin) : throw new ApiException(ApiError.Invalid(Sentence(wrong), Sentence(wrongRu)));
    }

    private static List<string>? Ids(object? value) => value switch
    {
        null => [],
        IReadOnlyList<object?> list when list.All(item => item is string text && !string.IsNullOrWhiteSpace(text)) => [.. list.Select(item => ((string)item!).Trim())],
        _ => null,
    };

    private static string Sentence(List<string> parts)
    {
        var text = string.Join("; ", parts);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }
}
