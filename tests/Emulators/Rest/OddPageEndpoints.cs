using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emulators.Rest;

/// <summary>Pages as they should not be.</summary>
internal static class OddPageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Link(app, "/odd/ring", (_, _) => "/odd/ring?page=1");
        Link(app, "/odd/endless", (page, _) => $"/odd/endless?page={page + 1}");
        Link(app, "/odd/away", (_, _) => "http://evil.invalid/rows");
        Link(app, "/odd/away-port", (_, context) => $"http://127.0.0.1:{context.Request.Host.Port + 1}/rows");
        Link(app, "/odd/user", (_, context) => $"http://admin:secret@{context.Request.Host}/rows");
        Link(app, "/odd/file", (_, _) => "file:///etc/passwd");
        Link(app, "/odd/null", (_, _) => null);
        app.MapGet("/odd/filtered", (int page) => Results.Json(new { rows = page == 2 ? [] : new object[] { new { n = page } }, more = page < 3 }));
        app.MapGet("/odd/fails", (int? page) => page == 2 ? Results.Json(new { code = "DOWN", message = "База закрыта" }, statusCode: 500) : Results.Json(new { rows = Rows(page ?? 0), next = $"/odd/fails?page={(page ?? 0) + 1}" }));
        app.MapGet("/odd/member", (int? page) => Results.Json(new { rows = new object[] { page is null ? new { a = 1 } : new { a = 1.5m, b = 2 } }, next = page is null ? "/odd/member?page=1" : null }));
        app.MapGet("/odd/widens", (int? page) => Results.Json(new { rows = new object[] { page is null ? new { a = (object)1, b = (object?)null } : new { a = (object)1.5m, b = (object?)"x" } }, next = page is null ? "/odd/widens?page=1" : null }));
        app.MapGet("/odd/kind", (int? page) => Results.Json(new { rows = new object[] { page is null ? new { a = (object)1 } : new { a = (object)"много" } }, next = page is null ? "/odd/kind?page=1" : null }));
    }

    private static void Link(IEndpointRouteBuilder app, string path, Func<int, HttpContext, string?> next) =>
        app.MapGet(path, (int? page, HttpContext context) => Results.Json(new { rows = Rows(page ?? 0), next = next(page ?? 0, context) }));

    private static object[] Rows(int page) => [new { n = page }, new { n = page + 1 }];
}
