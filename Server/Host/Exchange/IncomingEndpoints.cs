using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Connectors.Hosting;
using Server.Access;
using Server.Api;
using Server.OpenApi;

namespace Server.Exchange;

/// <summary><c>/api/v1/exchange/{id}/incoming</c>: what came in and is not through, and a person's word on what is parked.</summary>
internal static class IncomingEndpoints
{
    public static void MapIncoming(this IEndpointRouteBuilder app, ExchangeRoutes connectors)
    {
        var store = app.ServiceProvider.GetRequiredService<IExchangeStore>();
        var engines = app.ServiceProvider.GetRequiredService<IConnectorScoped<IExchange>>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/exchange/{id}/incoming", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var filter = IncomingFilter.Read(context.Request);
            var found = await store.ListIncomingAsync(connectors.IdOf(context), filter.Organisation, filter.Stages, filter.After, filter.Limit, withPayloads: false, context.RequestAborted);
            await Answers.WriteBodyAsync(context, new IncomingListBody([.. found.Select(item => IncomingItemBody.Of(item, caller.Language))]));
        }).Described("ListIncomingItems", "Exchange", "Lists the incoming items of a connector, oldest first, without their content: all that are not through (Seen, Stored, Parked), or those of `stage` (names separated by commas, or `all`). Pages by `limit` (100, at most 1000) and `after` (the last id of the page before).")
            .Queries(IncomingFilter.Names).Answers<IncomingListBody>().Fails(400, 401, 403, 404, 429);

        app.MapPost("/api/v1/exchange/{id}/incoming/release", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var id = connectors.IdOf(context);
            if (!caller.Key.Allows(id)) throw new ApiException(ApiError.Forbidden(id));
            ApiHeaders.RequireJson(context.Request);
            var wish = ReleaseWish.Of(await RequestBody.ReadAsync(context, static body => InvokeJson.ReadRecord(body)));
            await Answers.WriteBodyAsync(context, IncomingItemBody.Of(await ReleaseAsync(engines.Of(id), wish, caller), caller.Language));
        }).Described("ReleaseIncomingItem", "Exchange", "Gives a parked incoming item back: the next run tries it again, with its attempts counted anew. An administrator's key is needed.")
            .Takes<ReleaseBody>().Answers<IncomingItemBody>().Fails(400, 401, 403, 404, 409, 413, 415, 422, 429);
    }

    // No method of the connector: it is not asked before the next run, and it may be the very one that cannot start.
    private static async Task<StoredIncoming> ReleaseAsync(IExchange exchange, ReleaseWish wish, ApiCaller caller)
    {
        try
        {
            return await exchange.ReleaseIncomingAsync(wish.Organisation, wish.RemoteId, caller.Key.Name, CancellationToken.None);
        }
        catch (ConnectorException refused)
        {
            throw new ApiException(refused.Error.Code == ConnectorErrorCode.InvalidArguments ? ApiError.NotFound(refused.Error.Message, refused.Error.MessageRu ?? refused.Error.Message) : ApiError.Of(refused.Error));
        }
    }
}
