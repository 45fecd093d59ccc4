using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emulators.Rest;

/// <summary>The goods in pages of every kind. <c>count</c> makes as many goods as are asked for.</summary>
internal static class PageEndpoints
{
    // A row of it is over a kilobyte.
    private static readonly string Wide = new('x', 1_100);

    public static void Map(IEndpointRouteBuilder app, Goods goods)
    {
        app.MapGet("/pages/number", (int page, int? size, int? count) => Results.Json(new { data = new { rows = Take(goods, count, page - 1, size ?? 100), total = Count(goods, count), more = page * (size ?? 100) < Count(goods, count) } }));
        app.MapGet("/pages/offset", (int offset, int? size, int? count) => Results.Json(Slice(goods, count, offset, size ?? 100)));
        app.MapGet("/pages/cursor", (string? cursor, int? size, int? count) =>
        {
            var page = cursor is null ? 0 : int.Parse(cursor.AsSpan(3), CultureInfo.InvariantCulture);
            var last = (page + 1) * (size ?? 100) >= Count(goods, count);
            return Results.Json(new { rows = Take(goods, count, page, size ?? 100), nextCursor = last ? null : $"c/&{page + 1}" });
        });
        app.MapPost("/pages/search", (Search search) => Results.Json(new { rows = Take(goods, 3, (search.Take?.Page ?? 1) - 1, search.Take?.Size ?? 100) }));
        app.MapGet("/pages/wide", (int page, int size, int count) => Results.Json(Slice(goods, count, (page - 1) * size, size).Select(good => new { code = good.Code, text = $"{good.Code}{Wide}" })));
        app.MapGet("/pages/link", (int? page, int? size, int? count, bool? relative, HttpContext context) =>
        {
            var next = Next(context, goods, page ?? 0, size ?? 100, count);
            return Results.Json(new { rows = Take(goods, count, page ?? 0, size ?? 100), next = next is not null && relative != true ? $"http://{context.Request.Host}{next}" : next });
        });
        app.MapGet("/pages/header", (int? page, int? size, int? count, HttpContext context) =>
        {
            var next = Next(context, goods, page ?? 0, size ?? 100, count);
            context.Response.Headers.Link = $"</pages/header>; rel=\"first\"; title=\"a, b\"{(next is null ? "" : $", <{next}>; rel=\"next\"")}";
            return Results.Json(Take(goods, count, page ?? 0, size ?? 100));
        });
    }

    private static string? Next(HttpContext context, Goods goods, int page, int size, int? count)
    {
        if ((page + 1) * size >= Count(goods, count)) return null;
        var relative = context.Request.Query.ContainsKey("relative") ? "&relative=true" : "";
        return $"{context.Request.Path}?page={page + 1}&size={size}{(count is null ? "" : $"&count={count}")}{relative}";
    }

    private sealed record Search(string Text, SearchPage? Take);

    private sealed record SearchPage(int? Page, int? Size);

    private static int Count(Goods goods, int? count) => count ?? goods.Sorted.Count;

    private static IEnumerable<Good> Take(Goods goods, int? count, int page, int size) => Slice(goods, count, page * size, size);

    private static IEnumerable<Good> Slice(Goods goods, int? count, int offset, int size) =>
        count is { } number ? Enumerable.Range(offset + 1, Math.Clamp(number - offset, 0, size)).Select(Goods.Make) : goods.Sorted.Skip(offset).Take(size);
}
