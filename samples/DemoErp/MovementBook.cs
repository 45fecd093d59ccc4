namespace DemoErp;

/// <summary>The movements in their order. A repeated request id gets the first outcome and moves nothing. Thread-safe.</summary>
internal sealed class MovementBook(Catalog catalog, Warehouse warehouse, TimeProvider time)
{
    private readonly List<(MovementRequest Asked, Movement Done)> entries = [];

    public IReadOnlyList<Movement> All
    {
        get
        {
            lock (entries) return [.. entries.Select(entry => entry.Done)];
        }
    }

    public IResult Post(MovementRequest asked, string? requestId)
    {
        lock (entries)
        {
            if (!string.IsNullOrEmpty(requestId) && entries.Find(entry => entry.Done.RequestId == requestId) is { Done: not null } earlier)
            {
                return earlier.Asked == asked
                    ? Results.Ok(earlier.Done)
                    : Refuse(409, $"Под номером запроса {requestId} уже проведено другое движение {earlier.Done.Number}");
            }

            return Book(asked, string.IsNullOrEmpty(requestId) ? Guid.NewGuid().ToString() : requestId);
        }
    }

    private IResult Book(MovementRequest asked, string requestId)
    {
        if (catalog.Find(asked.Item ?? "") is not { } item) return Refuse(404, $"Товар «{asked.Item}» не найден");
        if (asked.Quantity <= 0) return Refuse(422, $"Количество {asked.Quantity} должно быть больше нуля");
        if (asked.From is null && asked.To is null) return Refuse(422, "Укажите склад: from, to или оба");
        foreach (var place in new[] { asked.From, asked.To })
        {
            if (place is not null && !Warehouse.Knows(place)) return Refuse(422, $"Склад «{place}» не найден");
        }

        if (!warehouse.TryMove(item, asked.From, asked.To, asked.Quantity, out var available)) return Refuse(422, $"Недостаточно товара: есть {available} {item.Unit}, нужно {asked.Quantity}");
        var done = new Movement(entries.Count + 1, requestId, time.GetUtcNow(), item.Id, asked.From, asked.To, asked.Quantity);
        entries.Add((asked, done));
        return Results.Created($"/movements/{done.Number}", done);
    }

    private static IResult Refuse(int status, FormattableString message) => Results.Json(new { message = FormattableString.Invariant(message) }, statusCode: status);

    private static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);
}
