using Cleverence.Connectivity;
using Connectors.Exchange;
using Connectors.Hosting;
using Server.Access;
using Server.Api;
using Server.OpenApi;

namespace Server.Exchange;

/// <summary><c>/api/v1/exchange/{id}</c>: what a connector sends and receives durably, and a person's word on it; <c>/api/v1/signers</c>: who signs.</summary>
internal static class ExchangeEndpoints
{
    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        var store = app.ServiceProvider.GetRequiredService<IExchangeStore>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();
        var connectors = new ExchangeRoutes(app.ServiceProvider.GetRequiredService<IConnectorRegistry>());

        app.MapGet("/api/v1/exchange/{id}/messages", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var found = await store.ListMessagesAsync(connectors.IdOf(context), MessageFilter.Read(context.Request), context.RequestAborted);
            await Answers.WriteBodyAsync(context, new MessageListBody([.. found.Select(message => ExchangeMessageBody.Of(message, caller.Language))]));
        }).Described("ListExchangeMessages", "Exchange", "Lists the messages of a connector, oldest first: all that are not final, or those of `stage` (names separated by commas, or `all`). Pages by `limit` (100, at most 1000) and `after` (the last id of the page before).")
            .Queries(MessageFilter.Names).Answers<MessageListBody>().Fails(400, 401, 403, 404, 429);

        app.MapGet("/api/v1/exchange/{id}/messages/{messageId}", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var id = connectors.IdOf(context);
            var message = await store.FindMessageAsync(id, ExchangeRoutes.TextOf(context, "messageId"), context.RequestAborted) ?? throw NoMessage(context);
            var records = await store.ListProtocolAsync(id, message.Id, false, context.RequestAborted);
            await Answers.WriteBodyAsync(context, new MessageDetailsBody(ExchangeMessageBody.Of(message, caller.Language), [.. records.Select(record => ProtocolBody.Of(record, caller.Language))]));
        }).Described("GetExchangeMessage", "Exchange", "Shows a message with what happened to it; never its content, its signature or its codes.").Answers<MessageDetailsBody>().Fails(401, 403, 404, 429);

        app.MapGet("/api/v1/exchange/{id}/documents/{document}", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var document = ExchangeRoutes.TextOf(context, "document");
            var state = await store.FindDocumentAsync(connectors.IdOf(context), document, context.RequestAborted) ?? throw NoDocument(document);
            await Answers.WriteBodyAsync(context, DocumentStateBody.Of(state, caller.Language));
        }).Described("GetExchangeDocument", "Exchange", "Shows where a document stands in its exchange and what may be done next.").Answers<DocumentStateBody>().Fails(401, 403, 404, 429);

        app.MapGet("/api/v1/exchange/{id}/documents/{document}/protocol", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var records = await store.ListProtocolAsync(connectors.IdOf(context), ExchangeRoutes.TextOf(context, "document"), false, context.RequestAborted);
            await Answers.WriteBodyAsync(context, new ProtocolListBody([.. records.Select(record => ProtocolBody.Of(record, caller.Language))]));
        }).Described("ListExchangeProtocol", "Exchange", "Lists what happened to a document, oldest first: hashes and descriptions, never contents.").Answers<ProtocolListBody>().Fails(401, 403, 404, 429);

        app.MapIncoming(connectors);
        app.MapExchangeWords(connectors);
        app.MapSigners();
    }

    private static ApiException NoMessage(HttpContext context)
    {
        var id = ExchangeRoutes.TextOf(context, "messageId");
        return new(ApiError.NotFound($"There is no message '{id}'; final ones are removed when they are old. GET …/messages?stage=all lists them.", $"Нет сообщения «{id}»; завершённые со временем удаляются. Список — GET …/messages?stage=all."));
    }

    private static ApiException NoDocument(string document) =>
        new(ApiError.NotFound($"The exchange does not know the document '{document}'. GET …/messages?stage=all lists the documents of messages.", $"Обмен не знает документ «{document}». Документы сообщений — GET …/messages?stage=all."));
}
