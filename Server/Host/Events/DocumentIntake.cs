using Cleverence.Connectivity;
using Server.Api;

namespace Server.Events;

/// <summary>Takes documents in: checks, stores, and raises the event of the first time a document comes as finished.</summary>
internal sealed class DocumentIntake(IDocumentStore store, DocumentEvents events, TimeProvider time)
{
    // Two posts of one document at once must not both be the first; many documents share a turn, which costs them little.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<StoredDocument> SaveAsync(ConnectorRecord content, ApiCaller caller, CancellationToken cancellationToken)
    {
        var document = DocumentOf(content);
        var turn = turns[(uint)StringComparer.Ordinal.GetHashCode(document.Id) % (uint)turns.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            var known = document.Finished ? await store.FindAsync(document.Id, cancellationToken) : null;
            var saved = await store.SaveAsync(document, cancellationToken);
            if (saved.Finished && known?.FinishedAt is null) events.RaiseCompleted(saved, content["userId"] as string, content["deviceId"] as string ?? caller.Device);
            return saved;
        }
        finally
        {
            turn.Release();
        }
    }

    private StoredDocument DocumentOf(ConnectorRecord content)
    {
        var id = TextOf(content, "id");
        if (string.IsNullOrWhiteSpace(id)) content["id"] = id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
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
