using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emulators.Rest;

/// <summary>One of the goods by all verbs.</summary>
internal static class GoodsEndpoints
{
    public static void Map(IEndpointRouteBuilder app, Goods goods)
    {
        app.MapGet("/goods/{code}", (string code) => goods.Find(code) is { } good ? Results.Json(good) : NotFound(code));
        app.MapPost("/goods", (Good good, HttpContext context) =>
        {
            if (good.Price < 0) return Results.Json(new { code = "BAD_PRICE", message = $"Цена {good.Price} меньше нуля", field = "price" }, statusCode: 422);
            var (kept, isNew) = goods.Add(good, context.Request.Headers["X-Request-Id"]);
            return isNew ? Results.Created($"/goods/{kept.Code}", kept) : Results.Json(kept);
        });
        app.MapPut("/goods/{code}", (string code, Good good) =>
        {
            goods.Put(good with { Code = code });
            return Results.Json(goods.Find(code));
        });
        app.MapPatch("/goods/{code}", (string code, Dictionary<string, decimal> change) =>
        {
            if (goods.Find(code) is not { } good) return NotFound(code);
            goods.Put(good with { Price = change["price"] });
            return Results.Json(goods.Find(code));
        });
        app.MapDelete("/goods/{code}", (string code) => goods.Remove(code) ? Results.NoContent() : NotFound(code));
        app.MapMethods("/goods/{code}", ["HEAD"], (string code, HttpContext context) =>
        {
            if (goods.Find(code) is null) return Results.NotFound();
            context.Response.Headers.ETag = $"\"{code}-1\"";
            return Results.Ok();
        });
        app.MapMethods("/goods", ["OPTIONS"], (HttpContext context) =>
        {
            context.Response.Headers.Allow = "GET, POST, PUT, PATCH, DELETE";
            return Results.NoContent();
        });
    }

    private static IResult NotFound(string code) => Results.Json(new { code = "NOT_FOUND", message = $"Товара {code} нет", good = code }, statusCode: 404);
}
