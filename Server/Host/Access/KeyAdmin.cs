using Cleverence.Connectivity;
using Server.Api;
using Server.Storage;

namespace Server.Access;

/// <summary>Makes and revokes keys while the server runs; every change leaves a line in the log.</summary>
internal sealed class KeyAdmin(AccessStore store, ILogger<KeyAdmin> log)
{
    public async ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) => await store.ListAsync(cancellationToken);

    public async ValueTask<CreatedKey> CreateAsync(KeyWish wish, ApiCaller by, CancellationToken cancellationToken)
    {
        var created = await store.CreateAsync(wish.Name, wish.Connectors, cancellationToken);
        log.KeyMade(created.Key.Name, created.Key.Id, by.Key.Name, wish.Connectors.Count == 0 ? "all connectors" : string.Join(", ", wish.Connectors));
        return created;
    }

    /// <summary>Revokes a key. A key revoked before is no error: whoever asks wants it gone.</summary>
    /// <exception cref="ApiException">There is no such key.</exception>
    /// <exception cref="ConnectorException">It is the last one without limits.</exception>
    public async ValueTask<ApiKey> RevokeAsync(string id, ApiCaller by, CancellationToken cancellationToken)
    {
        var outcome = await store.RevokeAsync(id, cancellationToken);
        if (outcome == KeyRevocation.NotFound) throw new ApiException(ApiError.NotFound($"There is no key '{id}'. GET /api/v1/keys lists them.", $"Нет ключа «{id}». Список — GET /api/v1/keys."));
        var key = (await store.ListAsync(cancellationToken)).First(listed => listed.Id == id);
        if (outcome == KeyRevocation.LastUnlimited) throw LastUnlimited(key);
        log.KeyRevoked(key.Name, key.Id, by.Key.Name);
        return key;
    }

    private static ConnectorException LastUnlimited(ApiKey key) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"Key '{key.Name}' is the last one without limits, so it stays. Make another one first: POST /api/v1/keys.")
        {
            MessageRu = $"Ключ «{key.Name}» — последний без ограничений, поэтому он остаётся. Сначала выпустите другой: POST /api/v1/keys.",
        });
}
