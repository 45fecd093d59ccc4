using Connectors.Hosting;
using Server.Access;
using Server.OpenApi;

namespace Server.Api;

/// <summary><c>/api/v1/keys</c>: the keys, for administrators.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<KeyAdmin>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/keys", async context =>
        {
            admission.AdmitAdmin(context);
            await Answers.WriteBodyAsync(context, new KeyList([.. (await keys.ListAsync(context.RequestAborted)).Select(KeyBody.Of)]));
        }).Described("ListKeys", "Keys", "Lists the keys, oldest first, revoked ones included; never their secrets.").Answers<KeyList>().Fails(401, 403, 429);

        app.MapPost("/api/v1/keys", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            ApiHeaders.RequireJson(context.Request);
            var wish = KeyWish.Of(await RequestBody.ReadAsync(context, static body => InvokeJson.ReadRecord(body)));
            var created = await keys.CreateAsync(wish, caller, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            await Answers.WriteBodyAsync(context, new NewKeyBody(created.Plain, KeyBody.Of(created.Key)), 201);
        }).Described("CreateKey", "Keys", "Makes a key and shows it once. A repeated request makes another one.")
            .Takes<KeyRequestBody>().Answers<NewKeyBody>(201).Fails(400, 401, 403, 413, 415, 429);

        app.MapDelete("/api/v1/keys/{id}", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var revoked = await keys.RevokeAsync((string)context.Request.RouteValues["id"]!, caller, context.RequestAborted);
            await Answers.WriteBodyAsync(context, KeyBody.Of(revoked));
        }).Described("RevokeKey", "Keys", "Revokes a key at once. The last one of an administrator stays.").Answers<KeyBody>().Fails(401, 403, 404, 409, 429);
    }
}
