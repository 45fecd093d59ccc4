using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>A document while it is decided: what is wrong, and what it would change.</summary>
internal sealed class DocumentDraft(World world, TrueDocument document, JsonObject body)
{
    private readonly List<DocumentError> errors = [];
    private readonly Dictionary<string, MarkedCode> changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public World World => world;

    public TrueDocument Document => document;

    public JsonObject Body => body;

    public IReadOnlyList<DocumentError> Errors => errors;

    public IEnumerable<MarkedCode> Changed => changed.Values;

    public List<TrueDocument> OtherDocuments { get; } = [];

    public string GoodStatus { get; set; } = "CHECKED_OK";

    public void Wrong(string code, string message, string? about = null) => errors.Add(new DocumentError(code, message, about));

    public void Change(MarkedCode code, string what) => changed[code.Cis] = code with { History = [.. code.History, $"{world.Now.At()} {what} {document.Number}"] };

    public void OwnerIs(string field)
    {
        if (body.Need(field) != document.SenderInn) Wrong("1010", "ИНН в документе не совпадает с ИНН отправителя", field);
    }

    /// <summary>A date is one of Moscow, where the day begins three hours before.</summary>
    public bool IsAhead(DateTimeOffset? moment) => moment > world.Now + TimeSpan.FromHours(3);

    /// <summary>The rows of a list, at least one and at most 30 000.</summary>
    public IReadOnlyList<JsonObject> Rows(string list)
    {
        var rows = body.List(list);
        if (rows.Count is 0 or > 30_000) Wrong("1002", $"В {list} должно быть от 1 до 30000 записей", list);
        return rows.Count > 30_000 ? [] : [.. rows.Select(row => row as JsonObject ?? throw new RefusalException(400, $"{list}: ожидается массив объектов"))];
    }

    /// <summary>A code named for the first time in the document, which is the sender's own and in a fitting state.</summary>
    public MarkedCode? Own(string? text, params ReadOnlySpan<string> states) => Take(text, states, true);

    /// <summary>A code whose owner does not matter.</summary>
    public MarkedCode? Known(string? text, params ReadOnlySpan<string> states) => Take(text, states, false);

    /// <summary>The code as this document leaves it.</summary>
    public MarkedCode? Now(string cis) => changed.GetValueOrDefault(cis) ?? world.Codes.Find(cis);

    /// <summary>What lies in a pack, as this document leaves it.</summary>
    public IReadOnlyList<MarkedCode> Inside(string cis) => [.. world.Codes.Of(cis).Select(one => Now(one.Cis)!)];

    private MarkedCode? Take(string? text, ReadOnlySpan<string> states, bool own)
    {
        if (CodeText.ProblemOfCis(text) is { } problem)
        {
            Wrong("1003", $"Неверный код идентификации: {problem}", text);
            return null;
        }

        if (!seen.Add(text!))
        {
            Wrong("1004", "Код указан в документе повторно", text);
            return null;
        }

        if (Now(text!) is not { } code || code.ProductGroup != document.ProductGroup)
        {
            Wrong("1005", "Код не найден в товарной группе", text);
            return null;
        }

        if (own && code.OwnerInn != document.SenderInn)
        {
            Wrong("1006", "Код принадлежит другому участнику", text);
            return null;
        }

        if (states.Length == 0 || states.Contains(code.Status)) return code;
        Wrong("1007", $"Недопустимый статус кода {code.Status}", text);
        return null;
    }
}
