using System.Data.Common;
using Dapper;

namespace Server.Storage;

/// <summary>Replay keys that survive a restart: the key is committed before the call, the outcome after it. Thread-safe.</summary>
public sealed class SqlReplayStore(SqlDatabase database, StorageOptions options, TimeProvider time)
{
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <summary>Commits the key of a call, or tells what is known of it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="argumentsHash">A hash of the class, the method and the arguments.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether the call is to be made.</returns>
    public async ValueTask<ReplayBegin> TryBeginAsync(string key, byte[] argumentsHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(argumentsHash);
        var now = time.GetUtcNow();
        var values = new { key, argumentsHash, now = UnixTime.Of(now), oldest = UnixTime.Of(now - options.ReplayLifetime) };
        return await room.Writer.WriteAsync(connection => Begin(connection, values, argumentsHash), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the outcome of a call; the first outcome stays.</summary>
    /// <param name="key">The key.</param>
    /// <param name="outcome">The outcome, as bytes.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether the key was known and had no outcome.</returns>
    public async ValueTask<bool> CompleteAsync(string key, byte[] outcome, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(ReplaySql.Complete, new { key, outcome }), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Gives a key back whose call never started, such as one refused for want of room.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether the key was known and had no outcome.</returns>
    public async ValueTask<bool> ForgetAsync(string key, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(ReplaySql.Forget, new { key }), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Removes the keys that are over their lifetime.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>How many there were.</returns>
    public async ValueTask<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        var oldest = UnixTime.Of(time.GetUtcNow() - options.ReplayLifetime);
        return await room.Writer.WriteAsync(connection => connection.Execute(ReplaySql.RemoveAllExpired, new { oldest }), cancellationToken).ConfigureAwait(false);
    }

    private static ReplayBegin Begin(DbConnection connection, object values, byte[] argumentsHash)
    {
        connection.Execute(ReplaySql.RemoveExpired, values);
        if (connection.Execute(ReplaySql.Insert, values) > 0) return new ReplayBegin(ReplayVerdict.New);
        var row = connection.QuerySingle<ReplayRow>(ReplaySql.Find, values);
        if (!row.ArgumentsHash.AsSpan().SequenceEqual(argumentsHash)) return new ReplayBegin(ReplayVerdict.Conflict);
        return row.Outcome is null ? new ReplayBegin(ReplayVerdict.Unfinished) : new ReplayBegin(ReplayVerdict.Finished, row.Outcome);
    }
}
