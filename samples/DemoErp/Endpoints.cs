namespace DemoErp;

/// <summary>The addresses of the system.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        app.MapGet("/items", (Catalog catalog) => catalog.Items);
        app.MapGet("/items/{code}", (string code, Catalog catalog) => Of(catalog, code, Results.Ok));
        app.MapGet("/stock/{code}", (string code, string? warehouse, Catalog catalog, Warehouse stock) =>
            Of(catalog, code, item => Results.Ok(new { data = new { item = item.Id, name = item.Name, rows = stock.RowsOf(item, warehouse) } })));
        app.MapGet("/prices/{code}", (string code, Catalog catalog) => Of(catalog, code, item => Results.Ok(new
        {
            data = new
            {
                item = item.Id,
                rows = new[] { new { kind = "Розничная", price = item.RetailPrice }, new { kind = "Оптовая", price = item.WholesalePrice } },
            },
        })));
        app.MapGet("/movements", (MovementBook book) => book.All);
        app.MapPost("/movements", (MovementRequest movement, HttpRequest request, MovementBook book) => book.Post(movement, request.Headers["X-Request-Id"]));
    }

    private static IResult Of(Catalog catalog, string code, Func<Item, IResult> answer) =>
        catalog.Find(code) is { } item ? answer(item) : Results.Json(new { message = $"Товар «{code}» не найден" }, statusCode: 404);
}
