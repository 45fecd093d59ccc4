using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Server.Access;
using Server.Api;
using Server.OpenApi;

namespace Server.Exchange;

/// <summary>A person's word on a message or a document. The connector carries it out: only it knows the statuses of its documents.</summary>
internal static class ExchangeWords
{
    /// <summary>The methods a connector with an exchange has for this.</summary>
    public const string Decide = "Decide", RestoreStatus = "RestoreStatus";

    public static void MapExchangeWords(this IEndpointRouteBuilder app, ExchangeRoutes connectors)
    {
        var invoker = app.ServiceProvider.GetRequiredService<IConnectorInvoker>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapPost("/api/v1/exchange/{id}/messages/{messageId}/decide", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var id = Allowed(connectors.IdOf(context), caller);
            ApiHeaders.RequireJson(context.Request);
            var wish = DecisionWish.Of(await RequestBody.ReadAsync(context, static body => InvokeJson.ReadRecord(body)));
            await CallAsync(context, caller, invoker, id, Decide, ExchangeRoutes.TextOf(context, "messageId"), wish.Decision.ToString(), wish.RequestId);
        }).Described("DecideExchangeMessage", "Exchange", "Carries out what a person decided about a parked or uncertain message: Arrived (with its `requestId` there), SendAgain, Drop or AskAgain. An administrator's key is needed.")
            .Takes<DecisionBody>().Answers<InvokeAnswer>().Fails(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 504);

        app.MapPost("/api/v1/exchange/{id}/documents/{document}/restore", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            await CallAsync(context, caller, invoker, Allowed(connectors.IdOf(context), caller), RestoreStatus, ExchangeRoutes.TextOf(context, "document"));
        }).Described("RestoreExchangeDocument", "Exchange", "Computes a document's status from the protocol again. An administrator's key is needed.")
            .Answers<InvokeAnswer>().Fails(400, 401, 403, 404, 409, 422, 429, 500, 503, 504);
    }

    private static string Allowed(string id, ApiCaller caller) => caller.Key.Allows(id) ? id : throw new ApiException(ApiError.Forbidden(id));

    private static async Task CallAsync(HttpContext context, ApiCaller caller, IConnectorInvoker invoker, string connector, string method, params object?[] arguments)
    {
        var args = new InvokeArgs(connector, "", method, [.. arguments.Where(argument => argument is not null).Select(argument => new InvokeArg("", argument))])
        {
            RequestId = caller.OwnRequestId,
            CorrelationId = caller.RequestId,
            Caller = new InvokeCaller(CallOrigin.Panel) { ApiKeyId = caller.Key.Id, UserId = caller.Key.Name, DeviceId = caller.Device, Source = $"key {caller.Key.Name}" },
        };
        await Answers.WriteAsync(context, await invoker.InvokeAsync(args, CancellationToken.None), caller, 0);
    }
}
