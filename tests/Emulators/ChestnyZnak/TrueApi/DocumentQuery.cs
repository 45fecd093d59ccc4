namespace Emulators.ChestnyZnak;

/// <summary>What doc/list was asked for.</summary>
internal sealed record DocumentQuery
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "pg", "receiverInn", "senderInn", "dateFrom", "dateTo", "documentType", "documentStatus", "documentFormat", "number", "limit", "order", "did", "orderedColumnValue", "pageDir",
    };

    public required Call Call { get; init; }

    public required string Group { get; init; }

    public required int Limit { get; init; }

    public required bool Ascending { get; init; }

    private (DateTimeOffset At, string Number)? Cursor { get; init; }

    private bool Back { get; init; }

    public static DocumentQuery Of(Call call)
    {
        var group = call.NeedGroup();
        if (call.Query.Keys.FirstOrDefault(name => !Known.Contains(name)) is { } unknown) throw new RefusalException(400, $"Неизвестный параметр {unknown}");
        if (call.Ask("receiverInn") is not null && call.Ask("senderInn") is not null) throw new RefusalException(400, "Нельзя указывать senderInn и receiverInn одновременно");
        var (did, value) = (call.Ask("did"), call.Ask("orderedColumnValue"));
        if (did is null != value is null) throw new RefusalException(400, "Параметры did и orderedColumnValue указываются вместе");
        if (did is not null && call.Ask("pageDir") is not ("NEXT" or "PREV")) throw new RefusalException(400, "pageDir должен быть NEXT или PREV");
        if (call.Ask("order") is not (null or "ASC" or "DESC")) throw new RefusalException(400, "order должен быть ASC или DESC");
        return new DocumentQuery
        {
            Call = call,
            Group = group,
            Limit = call.Number("limit", 50, 1, 1000),
            Ascending = call.Ask("order") == "ASC",
            Cursor = did is null ? null : (value.Date()!.Value, did),
            Back = call.Ask("pageDir") == "PREV",
        };
    }

    public (IReadOnlyList<TrueDocument> Rows, bool More) Page(World world)
    {
        var up = Ascending != Back;
        var found = world.Documents.Rows.Where(Fits);
        var sorted = up ? found.OrderBy(Moment).ThenBy(one => one.Number, StringComparer.Ordinal) : found.OrderByDescending(Moment).ThenByDescending(one => one.Number, StringComparer.Ordinal);
        var rest = Cursor is not { } cursor ? sorted : sorted.Where(one => (up ? 1 : -1) * Compare(one, cursor) > 0);
        var rows = rest.Take(Limit + 1).ToList();
        var more = rows.Count > Limit;
        if (more) rows.RemoveAt(Limit);
        if (Back) rows.Reverse();
        return (rows, more);
    }

    private static DateTimeOffset Moment(TrueDocument one) => DateTimeOffset.FromUnixTimeMilliseconds(one.Created.ToUnixTimeMilliseconds());

    private static int Compare(TrueDocument one, (DateTimeOffset At, string Number) cursor)
    {
        var byTime = Moment(one).CompareTo(cursor.At);
        return byTime != 0 ? byTime : string.CompareOrdinal(one.Number, cursor.Number);
    }

    private bool Fits(TrueDocument one)
    {
        var own = Call.Own.Inn;
        if (one.ProductGroup != Group || one.VisibleAt > Call.World.Now || (one.SenderInn != own && one.ReceiverInn != own)) return false;
        if (Call.Ask("receiverInn") is { } receiver && one.ReceiverInn != receiver) return false;
        if (Call.Ask("senderInn") is { } sender && one.SenderInn != sender) return false;
        if (Call.Ask("dateFrom").Date() is { } from && one.Created < from) return false;
        if (Call.Ask("dateTo").Date() is { } to && one.Created > to) return false;
        return Among("documentType", one.Type) && Among("documentStatus", one.Status) && Among("documentFormat", one.Format) && Among("number", one.Number);
    }

    private bool Among(string parameter, string value) => !Call.Query.TryGetValue(parameter, out var asked) || asked.Contains(value, StringComparer.Ordinal);
}
