using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>The errors of answers that are not what the template says.</summary>
internal static class ResultErrors
{
    public static ConnectorException NothingThere(string path, string text, bool readsOnly) =>
        Wrong($"has nothing at '{path}'. Check \"result\" of the template", $"ничего нет по пути «{path}». Проверьте \"result\" шаблона", text, readsOnly);

    public static ConnectorException Kind(object value, ValueKind wanted, bool readsOnly) =>
        Wrong($"is a {Name(value)}, not a {ConnectorValues.NameOf(wanted)}. Check \"resultType\" of the template", $"не того вида, что указан в \"resultType\" шаблона ({ConnectorValues.NameOf(wanted)})", ConnectorValues.ToText(value), readsOnly);

    public static ConnectorException Cell(TableColumn column, object value, int row, bool readsOnly) =>
        Wrong($"has a {Name(value)} in row {row}, column '{column.Name}', where a {ConnectorValues.NameOf(column.Type)} is declared. Check \"columns\" of the template",
            $"в строке {row}, столбце «{column.Name}» — {Name(value)}, а объявлен {ConnectorValues.NameOf(column.Type)}. Проверьте \"columns\" шаблона", ConnectorValues.ToText(value), readsOnly);

    public static ConnectorException NewColumn(string name, int row) =>
        Wrong($"has a new member '{Shown(name)}' in row {row}, after the first page. Declare \"columns\" in the template", $"в строке {row} новое поле «{Shown(name)}», которого нет на первой странице. Укажите \"columns\" в шаблоне", name, readsOnly: true);

    public static ConnectorException PagingRing(string text) =>
        Wrong("leads to the same page again. Check \"paging\" of the template", "снова ведёт на ту же страницу. Проверьте \"paging\" шаблона", text, readsOnly: true, "PAGING_RING");

    public static ConnectorException WrongMore(string path, string text) =>
        Wrong($"has neither yes nor no at '{path}'. Check \"paging.more\" of the template", $"по пути «{path}» ни да, ни нет. Проверьте \"paging.more\" шаблона", text, readsOnly: true, "MORE_UNREADABLE");

    public static ConnectorException WrongLink(string text) =>
        Wrong("names a next page that is no usable address. Check \"paging.next\" of the template", "называет негодный адрес следующей страницы. Проверьте \"paging.next\" шаблона", text, readsOnly: true, "NEXT_LINK_UNUSABLE");

    public static ConnectorException SlowPath(string path) =>
        Wrong($"keeps the regular expression of '{path}' busy for too long. Write a simpler one", $"слишком долго проверяется регулярным выражением «{path}». Упростите его", "", readsOnly: true, JsonPick.TooSlow);

    public static ConnectorException TooManyRows(long count, int limit) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The answer has {count} rows, over the limit of {limit}. Narrow the request.")
        {
            MessageRu = $"В ответе {count} строк, предел {limit}. Сузьте запрос.",
            Reason = "TOO_MANY_ROWS",
        });

    public static ConnectorException MoreRows(int limit) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The answer has more than {limit} rows. Narrow the request.")
        {
            MessageRu = $"В ответе больше {limit} строк. Сузьте запрос.",
            Reason = "TOO_MANY_ROWS",
        });

    public static ConnectorException MorePages(int limit) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The answer has more than {limit} pages. Narrow the request or raise paging.maxPages.")
        {
            MessageRu = $"В ответе больше {limit} страниц. Сузьте запрос или увеличьте paging.maxPages.",
            Reason = "TOO_MANY_PAGES",
        });

    private static ConnectorException Wrong(string what, string whatRu, string text, bool readsOnly, string reason = "UNEXPECTED_ANSWER") =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The answer {what}.")
        {
            MessageRu = $"Ответ: {whatRu}.",
            Reason = reason,
            Detail = text,
            InDoubt = !readsOnly,
        });

    // A long name would be cut in the middle of what may be a secret.
    private static string Shown(string name) => name.Length <= 60 ? name : "…";

    private static string Name(object value) => ConnectorValues.NameOf(ConnectorValues.KindOf(value));
}
