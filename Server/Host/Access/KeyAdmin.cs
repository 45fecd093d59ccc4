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
        var created = wish.Admin ? await store.CreateAdminAsync(wish.Name, cancellationToken) : await store.CreateAsync(wish.Name, wish.Connectors, cancellationToken);
        log.KeyMade(created.Key.Name, created.Key.Id, by.Key.Name, wish.Admin ? "all connectors and change the server" : wish.Connectors.Count == 0 ? "all connectors" : string.Join(", ", wish.Connectors));
        return created;
    }

    /// <summary>Revokes a key. A key revoked before is no error: whoever asks wants it gone.</summary>
    /// <exception cref="ApiException">There is no such key.</exception>
    /// <exception cref="ConnectorException">It is the last one of an administrator.</exception>
    public async ValueTask<ApiKey> RevokeAsync(string id, ApiCaller by, CancellationToken cancellationToken)
    {
        var outcome = await store.RevokeAsync(id, cancellationToken);
        if (outcome == KeyRevocation.NotFound) throw new ApiException(ApiError.NotFound($"There is no key '{id}'. GET /api/v1/keys lists them.", $"Нет ключа «{id}». Список — GET /api/v1/keys."));
        var key = (await store.ListAsync(cancellationToken)).First(listed => listed.Id == id);
        if (outcome == KeyRevocation.LastAdmin) throw LastAdmin(key);
        log.KeyRevoked(key.Name, key.Id, by.Key.Name);
        return key;
    }

    private static ConnectorException LastAdmin(ApiKey key) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"Key '{key.Name}' is the last administrator's, so it stays. Make another one first: POST /api/v1/keys with \"admin\":true.")
        {
            MessageRu = $"Ключ «{key.Name}» — последний ключ администратора, поэтому он остаётся. Сначала выпустите другой: POST /api/v1/keys с \"admin\":true.",
        });
}
