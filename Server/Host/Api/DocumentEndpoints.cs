using Cleverence.Connectivity;
using Connectors.Hosting;
using Server.Access;
using Server.Events;
using Server.OpenApi;

namespace Server.Api;

/// <summary><c>/api/v1/documents</c>: the documents the server keeps. A body is the document's record, in the JSON of calls.</summary>
internal static class DocumentEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapDocumentEvents();
        var store = app.ServiceProvider.GetRequiredService<IDocumentStore>();
        var intake = app.ServiceProvider.GetRequiredService<DocumentIntake>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapPost("/api/v1/documents", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            ApiHeaders.RequireJson(context.Request);
            var content = await RequestBody.ReadAsync(context, static body => InvokeJson.ReadRecord(body));
            var saved = await intake.SaveAsync(content, caller, context.RequestAborted);
            Answers.WriteValue(context, HeaderOf(saved), caller, 0);
        }).Described("SaveDocument", "Documents", "Stores a document; one that comes as finished for the first time raises the event documentCompleted.")
            .Takes<DocumentBody>().Answers<InvokeAnswer>().Fails(400, 401, 403, 413, 415, 429);

        app.MapGet("/api/v1/documents", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var documents = await store.ListAsync(ApiQuery.Flag(context.Request, "finished"), ApiQuery.Limit(context.Request, DefaultLimit, MaxLimit), context.RequestAborted);
            Answers.WriteValue(context, documents.Select(HeaderOf).ToList<object?>(), caller, 0);
        }).Described("ListDocuments", "Documents", "Lists documents, last changed first.").Queries("finished", "limit").Answers<InvokeAnswer>().Fails(400, 401, 403, 429);

        app.MapGet("/api/v1/documents/{id}", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var id = (string)context.Request.RouteValues["id"]!;
            var document = await store.FindAsync(id, context.RequestAborted) ?? throw new ApiException(ApiError.NotFound($"There is no document '{id}'.", $"Нет документа «{id}»."));
            Answers.WriteValue(context, document.Content, caller, 0);
        }).Described("GetDocument", "Documents", "Gives a document as it was stored.").Answers<InvokeAnswer>().Fails(401, 403, 404, 429);
    }

    private static ConnectorRecord HeaderOf(StoredDocument document) => new()
    {
        { "id", document.Id },
        { "documentTypeName", document.DocumentTypeName },
        { "finished", document.Finished },
        { "finishedAt", document.FinishedAt is { } at ? ConnectorValues.FormatDateTimeOffset(at) : null },
        { "changedAt", ConnectorValues.FormatDateTimeOffset(document.ChangedAt) },
        { "version", document.Version },
    };
}
