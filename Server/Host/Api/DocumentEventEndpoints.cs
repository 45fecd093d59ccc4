using Cleverence.Connectivity;
using Server.Access;
using Server.Events;
using Server.OpenApi;
using Server.Storage;

namespace Server.Api;

/// <summary><c>/api/v1/documents/events</c>: events whose handlers have not answered, and a person's word on those the machine leaves alone.</summary>
internal static class DocumentEventEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public static void MapDocumentEvents(this IEndpointRouteBuilder app)
    {
        var store = app.ServiceProvider.GetRequiredService<SqlDocumentEvents>();
        var events = app.ServiceProvider.GetRequiredService<DocumentEvents>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();
        var log = app.ServiceProvider.GetRequiredService<ILogger<DocumentEvents>>();

        app.MapGet("/api/v1/documents/events", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var found = await store.ListAsync(StateOf(context.Request), ApiQuery.Limit(context.Request, DefaultLimit, MaxLimit), context.RequestAborted);
            await Answers.WriteBodyAsync(context, new DocumentEventList([.. found.Select(raised => DocumentEventBody.Of(raised, caller.Language))]));
        }).Described("ListDocumentEvents", "Documents", "Lists events of documents whose handlers have not answered, oldest first. `state` is Pending, Running, InDoubt or Parked.")
            .Queries("state", "limit").Answers<DocumentEventList>().Fails(400, 401, 403, 429);

        app.MapPost("/api/v1/documents/events/{id}/retry", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var raised = await FindAsync(store, context);
            if (!await store.RetryAsync(raised.Id, context.RequestAborted)) throw NotForPeople(raised);
            log.EventRetried(raised.Handler, raised.Event, raised.DocumentId, caller.Key.Name);
            events.Wake();
            await Answers.WriteBodyAsync(context, new DocumentEventAnswer(true, caller.Language == "ru" ? "Обработчик будет вызван снова." : "The handler is called again."));
        }).Described("RetryDocumentEvent", "Documents", "Has the handler of an event that is in doubt or parked called again.").Answers<DocumentEventAnswer>().Fails(401, 403, 404, 409, 429);

        app.MapPost("/api/v1/documents/events/{id}/dismiss", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var raised = await FindAsync(store, context);
            if (!await store.DismissAsync(raised.Id, context.RequestAborted)) throw NotForPeople(raised);
            log.EventDismissed(raised.Handler, raised.Event, raised.DocumentId, caller.Key.Name);
            await Answers.WriteBodyAsync(context, new DocumentEventAnswer(true, caller.Language == "ru" ? "Событие снято, обработчик вызван не будет." : "The event is dismissed; its handler is not called any more."));
        }).Described("DismissDocumentEvent", "Documents", "Removes an event that is in doubt or parked.").Answers<DocumentEventAnswer>().Fails(401, 403, 404, 409, 429);
    }

    private static DocumentEventState? StateOf(HttpRequest request)
    {
        if (ApiQuery.Text(request, "state") is not { Length: > 0 } text) return null;
        var names = Enum.GetNames<DocumentEventState>();
        return names.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<DocumentEventState>(text, ignoreCase: true)
            : throw new ApiException(ApiError.Invalid($"state takes one of {string.Join(", ", names)}, not '{text}'.", $"state — одно из {string.Join(", ", names)}, а не «{text}»."));
    }

    private static async Task<DocumentEvent> FindAsync(SqlDocumentEvents store, HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        return await store.FindAsync(id, context.RequestAborted)
            ?? throw new ApiException(ApiError.NotFound($"There is no event '{id}': its handler has answered, or it never was. GET /api/v1/documents/events lists them.", $"Нет события «{id}»: обработчик ответил, или его не было. Список — GET /api/v1/documents/events."));
    }

    private static ConnectorException NotForPeople(DocumentEvent raised) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"The event '{raised.Id}' is neither in doubt nor parked; the server handles it by itself. Look again at GET /api/v1/documents/events.")
        {
            MessageRu = $"Событие «{raised.Id}» не под вопросом и не отложено: сервер обработает его сам. Проверьте ещё раз — GET /api/v1/documents/events.",
        });
}
