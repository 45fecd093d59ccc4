using Cleverence.Connectivity;
using Server.Api;
using Server.Storage;

namespace Server.Events;

/// <summary>Takes documents in: checks, and stores with the events that the first time a document comes as finished raises.</summary>
internal sealed class DocumentIntake(SqlDocumentEvents store, EventsFile file, DocumentEvents events, TimeProvider time)
{
    public async ValueTask<StoredDocument> SaveAsync(ConnectorRecord content, ApiCaller caller, CancellationToken cancellationToken)
    {
        var document = DocumentOf(content);
        var raises = document.Finished ? EventArguments.RaisedBy(document, file.Current, content["userId"] as string, content["deviceId"] as string ?? caller.Device, time.GetUtcNow()) : [];
        var (saved, raised) = await store.SaveAsync(document, raises, cancellationToken);
        if (raised) events.Wake();
        return saved;
    }

    private StoredDocument DocumentOf(ConnectorRecord content)
    {
        var id = TextOf(content, "id");
        if (string.IsNullOrWhiteSpace(id)) content["id"] = id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        if (id.Equals("events", StringComparison.OrdinalIgnoreCase)) throw new ApiException(ApiError.Invalid("The id 'events' is an address of the API. Choose another one for the document.", "Идентификатор «events» занят адресом API. Выберите для документа другой."));
        var finished = content["finished"] switch
        {
            null => false,
            bool flag => flag,
            _ => throw Wrong("finished", "true or false", "true или false"),
        };
        return new StoredDocument(id, TextOf(content, "documentTypeName") ?? "", content) { Finished = finished };
    }

    private static string? TextOf(ConnectorRecord content, string name) => content[name] switch
    {
        null => null,
        string text => text,
        _ => throw Wrong(name, "a text", "текст"),
    };

    private static ApiException Wrong(string name, string wanted, string wantedRu) =>
        new(ApiError.Invalid($"The document's field {name} takes {wanted}.", $"Поле документа {name} — {wantedRu}."));
}
