using Cleverence.Connectivity;
using Connectors.Hosting;
using Server.Access;
using Server.OpenApi;

namespace Server.Api;

/// <summary><c>GET /api/v1/connectors</c> and <c>/{id}</c>: what may be called, and how it is; <c>POST …/{id}/check</c>: whether it is in order.</summary>
internal static class ConnectorEndpoints
{
    public static void MapConnectors(this IEndpointRouteBuilder app)
    {
        var registry = app.ServiceProvider.GetRequiredService<IConnectorRegistry>();
        var checks = app.ServiceProvider.GetRequiredService<IConnectorChecks>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/connectors", context =>
        {
            var caller = admission.Admit(context);
            var allowed = registry.Connectors.Where(info => caller.Key.Allows(info.Id)).Select(info => ConnectorBody.Of(info, caller.Language));
            return Answers.WriteBodyAsync(context, new ConnectorList([.. allowed]));
        }).Described("ListConnectors", "Connectors", "Lists the connectors this key may call.").Answers<ConnectorList>().Fails(401, 429);

        app.MapGet("/api/v1/connectors/{id}", context =>
        {
            var caller = admission.Admit(context);
            var id = (string)context.Request.RouteValues["id"]!;
            if (!caller.Key.Allows(id)) throw new ApiException(ApiError.Forbidden(id));
            var info = registry.Find(id) ?? throw new ApiException(Unknown(id));
            return Answers.WriteBodyAsync(context, ConnectorDetails.Of(info, caller.Language));
        }).Described("GetConnector", "Connectors", "Shows a connector: its methods with their parameters, its state, its last error.").Answers<ConnectorDetails>().Fails(401, 403, 404, 429);

        app.MapPost("/api/v1/connectors/{id}/check", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var id = (string)context.Request.RouteValues["id"]!;
            if (!caller.Key.Allows(id)) throw new ApiException(ApiError.Forbidden(id));
            var outcome = await checks.CheckAsync(id, context.RequestAborted) ?? throw new ApiException(Unknown(id));
            await Answers.WriteBodyAsync(context, ConnectorCheckBody.Of(outcome, caller.Language));
        }).Described("CheckConnector", "Connectors", "Checks a connector's settings, tries its outside system and lists its methods; changes nothing there. An administrator's key is needed.")
            .Answers<ConnectorCheckBody>().Fails(401, 403, 404, 429);
    }

    internal static ApiError Unknown(string id) => ApiError.Of(new ConnectorError(ConnectorErrorCode.ConnectorNotFound, $"There is no connector '{id}'. Check the id in the request and in config/connectors.json.")
    {
        MessageRu = $"Нет коннектора «{id}». Проверьте имя в запросе и в config/connectors.json.",
    });
}
