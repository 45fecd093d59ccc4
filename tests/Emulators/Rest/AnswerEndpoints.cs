using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emulators.Rest;

/// <summary>Answers of every manner: statuses, errors inside a 200, other types and broken ones.</summary>
internal static class AnswerEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] verbs = ["GET", "POST", "PUT", "DELETE"];
        app.MapMethods("/status/{status:int}", verbs, (int status, HttpContext context) =>
        {
            if (status is 429 or 503) context.Response.Headers.RetryAfter = "7";
            return Results.Json(new { code = $"E{status}", message = $"Отказ {status}", left = 2.5m, reasons = new[] { "первая", "вторая" } }, statusCode: status);
        });
        app.MapMethods("/inside/{outcome}", verbs, (string outcome) => Results.Json(new { result = outcome, errorCode = outcome == "OK" ? 0 : 17, error = outcome == "OK" ? null : new { text = "Нет остатка", left = 3 }, value = 42 }));
        app.MapMethods("/text/{status:int}", verbs, (int status) => Results.Text("просто текст", "text/plain", Encoding.UTF8, status));
        app.MapMethods("/page/{status:int}", verbs, (int status) => Results.Text("<html><body>Вход</body></html>", "text/html", Encoding.UTF8, status));
        app.MapGet("/bytes", () => Results.Bytes(new byte[] { 0, 1, 254, 255 }, "application/octet-stream"));
        app.MapGet("/encoded", () => Results.Bytes([.. Encoding.ASCII.GetBytes("{\"name\":\""), 0xCC, 0xEE, 0xEB, 0xEE, 0xEA, 0xEE, .. Encoding.ASCII.GetBytes("\"}")], "application/json; charset=windows-1251"));
        app.MapGet("/utf16", () => Results.Bytes(Encoding.Unicode.GetBytes("{\"name\":\"Молоко\"}"), "application/json; charset=utf-16"));
        app.MapGet("/bom", () => Results.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{\"name\":\"Молоко\"}")], "application/json"));
        app.MapMethods("/broken", verbs, () => Results.Text("{\"a\":[1,2", "application/json"));
        app.MapGet("/json", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(context.Request.Query["text"].ToString());
        });
        app.MapGet("/big", async (int megabytes, HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            var block = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var at = 0; at < megabytes; at++) await context.Response.Body.WriteAsync(block);
            await context.Response.WriteAsync("1");
        });
        app.MapMethods("/slow", verbs, async (int milliseconds, HttpContext context) =>
        {
            await Task.Delay(milliseconds, context.RequestAborted);
            return Results.Json(new { slow = milliseconds });
        });
        app.MapMethods("/moved", verbs, () => Results.Redirect("/goods/00001"));
    }
}
