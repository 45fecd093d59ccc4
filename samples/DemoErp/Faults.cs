using System.Globalization;

namespace DemoErp;

/// <summary>Faults on demand, by query: <c>delay=1500</c> (ms), <c>fail=503</c>, <c>fault=reset</c>, <c>fault=resetAfter</c>, <c>fault=html</c>.</summary>
internal static class Faults
{
    private const int LongestDelay = 600_000;

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var query = context.Request.Query;
        if (Number(query["delay"]) is { } delay) await Task.Delay(Math.Min(delay, LongestDelay), context.RequestAborted).ConfigureAwait(false);
        if (Number(query["fail"]) is { } status and >= 400 and < 600)
        {
            await Results.Json(new { message = $"Сбой по заказу: {status}" }, statusCode: status).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        switch ((string?)query["fault"])
        {
            case "reset":
                context.Abort();
                return;
            case "html":
                await Results.Content("<!doctype html><title>Вход</title><h1>Вход</h1>", "text/html; charset=utf-8").ExecuteAsync(context).ConfigureAwait(false);
                return;
            case "resetAfter":
                // The work is done and nobody learns of it: the case that a repeated request id is for.
                context.Response.Body = Stream.Null;
                await next(context).ConfigureAwait(false);
                context.Abort();
                return;
            default:
                await next(context).ConfigureAwait(false);
                return;
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
