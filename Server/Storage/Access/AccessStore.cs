using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;

namespace Server.Storage;

/// <summary>The API keys. They are kept hashed; the valid ones are also held in memory, because every call asks for one. Thread-safe.</summary>
public sealed class AccessStore(SqlDatabase database, TimeProvider time)
{
    private const string Prefix = "ck_";
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;
    // On a shared database other servers make and revoke keys too: what is known of them is never older than this.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MissPause = TimeSpan.FromSeconds(1);
    private readonly Lock loading = new();
    private volatile ValidKeys? valid;
    private int refreshing;

    /// <summary>Finds the valid key a caller sent.</summary>
    /// <param name="plain">What the caller sent.</param>
    /// <returns>The key; null when there is none or it is revoked.</returns>
    public ApiKey? Find(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var keys = valid ?? Load();
        if (database.IsShared && IsOlder(keys, Freshness)) Refresh();
        if (keys.Seen.TryGetValue(plain, out var known)) return known;
        if (!KeyHash.TryOf(plain, out var hash)) return null;
        return FindIn(keys, plain, hash) ?? (database.IsShared && IsOlder(keys, MissPause) ? FindIn(Load(), plain, hash) : null);
    }

    /// <summary>Finds the valid key a caller sent, for callers that await.</summary>
    /// <param name="plain">What the caller sent.</param>
    /// <param name="cancellationToken">Not needed by this store.</param>
    /// <returns>The key; null when there is none or it is revoked.</returns>
    public ValueTask<ApiKey?> FindAsync(string plain, CancellationToken cancellationToken = default) => ValueTask.FromResult(Find(plain));

    /// <summary>Makes an administrator's key when there has never been any key.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The key with its secret; null when there was one already.</returns>
    public ValueTask<CreatedKey?> EnsureFirstKeyAsync(string name, CancellationToken cancellationToken) => InsertAsync(AccessSql.InsertFirst, name, [], admin: true, cancellationToken);

    /// <summary>Makes a key that calls connectors and changes nothing of the server.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="connectors">The connectors it may call; empty for all.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The key with its secret.</returns>
    public async ValueTask<CreatedKey> CreateAsync(string name, IReadOnlyList<string> connectors, CancellationToken cancellationToken) =>
        (await InsertAsync(AccessSql.Insert, name, connectors, admin: false, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Makes an administrator's key: it may do everything.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The key with its secret.</returns>
    public async ValueTask<CreatedKey> CreateAdminAsync(string name, CancellationToken cancellationToken) =>
        (await InsertAsync(AccessSql.Insert, name, [], admin: true, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Revokes a key; from then on nobody is let in with it. The last valid key of an administrator stays.</summary>
    /// <param name="id">The key's id.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>What came of it.</returns>
    public async ValueTask<KeyRevocation> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var now = UnixTime.Of(time.GetUtcNow());
        await room.Writer.WriteAsync(connection => connection.Execute(AccessSql.Revoke, new { id, now }), cancellationToken).ConfigureAwait(false);
        Load();
        return Rows().Find(row => row.Id == id) switch
        {
            null => KeyRevocation.NotFound,
            { RevokedAt: null } => KeyRevocation.LastAdmin,
            _ => KeyRevocation.Revoked,
        };
    }

    /// <summary>Lists all keys, oldest first, revoked ones included.</summary>
    /// <param name="cancellationToken">Not needed by this store.</param>
    /// <returns>The keys.</returns>
    public ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<ApiKey>>([.. Rows().Select(row => row.ToKey())]);

    private async ValueTask<CreatedKey?> InsertAsync(string text, string name, IReadOnlyList<string> connectors, bool admin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(connectors);
        var plain = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        KeyHash.TryOf(plain, out var hash);
        var now = time.GetUtcNow();
        var row = new ApiKeyRow { Id = Guid.CreateVersion7(now).ToString(), Name = name, Hash = hash.ToBytes(), Connectors = JsonSerializer.Serialize(connectors), Admin = admin ? 1 : 0, CreatedAt = UnixTime.Of(now) };
        var inserted = await room.Writer.WriteAsync(connection => connection.Execute(text, row), cancellationToken).ConfigureAwait(false);
        Load();
        return inserted == 0 ? null : new CreatedKey(row.ToKey(), plain);
    }

    // Loads one after another, so that the last one has seen every change committed before it.
    private ValidKeys Load()
    {
        lock (loading)
        {
            var at = time.GetTimestamp();
            return valid = new ValidKeys(Rows().Where(row => row.RevokedAt is null).ToFrozenDictionary(row => KeyHash.From(row.Hash), row => (KeyHash.From(row.Hash), row.ToKey())), at);
        }
    }

    private static ApiKey? FindIn(ValidKeys keys, string plain, KeyHash hash)
    {
        if (!keys.ByHash.TryGetValue(hash, out var found) || !found.Hash.FixedTimeEquals(hash)) return null;
        keys.Seen[plain] = found.Key;
        return found.Key;
    }

    private bool IsOlder(ValidKeys keys, TimeSpan age) => time.GetElapsedTime(keys.LoadedAt) > age;

    // Beside the calls: none of them waits for the database. While that is away the keys known last stay good.
    private void Refresh()
    {
        if (Interlocked.Exchange(ref refreshing, 1) == 1) return;
        ThreadPool.UnsafeQueueUserWorkItem(
            store =>
            {
                try
                {
                    store.Load();
                }
                catch (StorageException)
                {
                    // The writer and whoever reads tell of the fault; the next call asks again.
                }
                finally
                {
                    Volatile.Write(ref store.refreshing, 0);
                }
            },
            this,
            preferLocal: false);
    }

    // The keys by hash, and those of them that callers have sent since: hashing the same text for every call would cost more than the rest of admission.
    private sealed record ValidKeys(FrozenDictionary<KeyHash, (KeyHash Hash, ApiKey Key)> ByHash, long LoadedAt)
    {
        public ConcurrentDictionary<string, ApiKey> Seen { get; } = new(StringComparer.Ordinal);
    }

    private List<ApiKeyRow> Rows() => room.Read(connection => connection.Query<ApiKeyRow>(AccessSql.List)).AsList();
}
