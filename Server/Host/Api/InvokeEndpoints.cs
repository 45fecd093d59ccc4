using Server.OpenApi;

namespace Server.Api;

/// <summary><c>POST /api/v1/connectors/{id}/invoke</c>.</summary>
internal static class InvokeEndpoints
{
    public static void MapInvoke(this IEndpointRouteBuilder app)
    {
        var endpoint = ActivatorUtilities.CreateInstance<InvokeEndpoint>(app.ServiceProvider);
        app.MapPost("/api/v1/connectors/{id}/invoke", endpoint.InvokeAsync)
            .Described("Invoke", "Connectors", "Calls a method of a connector.", "An answer with a table of many rows is streamed: `ok` then comes last, and an answer without it is incomplete.")
            .Takes<InvokeBody>()
            .Answers<InvokeAnswer>()
            .Answers<BackgroundBody>(202)
            .Fails(400, 401, 403, 404, 409, 413, 415, 422, 429, 499, 500, 502, 503, 504);
    }
}
