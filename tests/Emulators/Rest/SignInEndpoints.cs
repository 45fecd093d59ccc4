using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emulators.Rest;

/// <summary>What is behind sign-in. User and password are <c>клиент</c> and <c>пароль:1</c>, token and key are <c>token-1</c> and <c>key-1</c>.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("клиент:пароль:1"))}";
        Guarded(app, "/secure/basic", context => context.Request.Headers.Authorization == basic);
        Guarded(app, "/secure/bearer", context => context.Request.Headers.Authorization == "Bearer token-1");
        Guarded(app, "/secure/key", context => context.Request.Headers["X-Api-Key"] == "key-1");
        Guarded(app, "/secure/query", context => context.Request.Query["api_key"] == "key-1");
        Guarded(app, "/secure/oauth", context => context.Request.Headers.Authorization == "Bearer given-1");
        app.MapPost("/oauth/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var known = form["grant_type"] == "client_credentials" && (form["client_secret"] == "secret-1" || context.Request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal));
            return known ? Results.Json(new { access_token = "given-1", token_type = "Bearer", expires_in = 3600 }) : Results.Json(new { error = "invalid_client" }, statusCode: 401);
        });
    }

    private static void Guarded(IEndpointRouteBuilder app, string path, Func<HttpContext, bool> mayEnter) => app.MapGet(path, (HttpContext context) =>
    {
        if (mayEnter(context)) return Results.Json(new { inside = true });
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"erp\"";
        return Results.Json(new { error = "Кто вы?" }, statusCode: 401);
    });
}
