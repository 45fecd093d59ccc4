using System.Data.Common;
using System.Text.Json;
using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>Events of documents: committed together with the document, and kept until their handlers have answered. Thread-safe.</summary>
/// <remarks>Servers on one database share them by leases, by the clock of that database.</remarks>
public sealed class SqlDocumentEvents(SqlDatabase database, TimeProvider time)
{
    private const string Crashed = "The server stopped while the handler ran; whether it did its work is not known.";
    private const string CrashedRu = "Сервер остановился во время обработки; выполнена ли она, неизвестно.";
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <summary>How far the clock of a shared database is taken to be ahead. For tests: nobody sets the clock of a database there.</summary>
    internal TimeSpan Ahead { get; set; }

    /// <summary>Saves a document, and with it, if this version is the one that came as finished, its events.</summary>
    /// <param name="document">The document.</param>
    /// <param name="events">What a completion raises, in the order of the handlers.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The document as stored, and whether the events were raised.</returns>
    public async ValueTask<(StoredDocument Document, bool Raised)> SaveAsync(StoredDocument document, IReadOnlyList<DocumentEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(events);
        var values = DocumentRow.ValuesOf(document, time.GetUtcNow());
        var arguments = events.Select(raised => RecordJson.Write(raised.Arguments)).ToList();
        var saved = await room.Writer.WriteAsync(
            connection =>
            {
                var row = connection.QuerySingle<DocumentRow>(DocumentSql.Save, values);
                if (!row.IsCompletion) return row;
                var now = Now(connection);
                foreach (var (raised, bytes) in events.Zip(arguments))
                {
                    connection.Execute(DocumentEventSql.Insert, new { raised.Id, raised.DocumentId, row.Version, raised.Event, raised.Handler, raised.UserId, raised.DeviceId, Arguments = bytes, Now = now });
                }

                return row;
            },
            cancellationToken).ConfigureAwait(false);
        return (saved.ToDocument(), saved.IsCompletion && events.Count > 0);
    }

    /// <summary>Tells whether a server has anything to do, now or later.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask<bool> AnyOpenAsync(CancellationToken cancellationToken) =>
        await room.ReadAsync((connection, stop) => connection.ExecuteScalarAsync<long>(new CommandDefinition(DocumentEventSql.AnyOpen, cancellationToken: stop)), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Begins to own events under a name that no other start of a server has. With files, whatever another start held is free at the next recovery.</summary>
    /// <param name="owner">The name.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask JoinAsync(string owner, CancellationToken cancellationToken)
    {
        if (!room.Dialect.IsShared) await room.Writer.WriteAsync(connection => connection.Execute(DocumentEventSql.Disown, new { owner }), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives back what was claimed and not begun.</summary>
    /// <param name="owner">The server.</param>
    /// <param name="known">What it is about to begin: a claim whose answer was lost left more behind.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask ReleaseAsync(string owner, IReadOnlyCollection<string> known, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentEventSql.Release, new { owner, known }), cancellationToken).ConfigureAwait(false);

    /// <summary>Claims events that may be called now, at most one of each document.</summary>
    /// <param name="owner">The server.</param>
    /// <param name="lease">How long it keeps them without a word.</param>
    /// <param name="farthest">The longest pause between two attempts.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask<IReadOnlyList<DocumentEvent>> ClaimAsync(string owner, TimeSpan lease, TimeSpan farthest, int limit, CancellationToken cancellationToken)
    {
        var rows = await room.Writer.WriteAsync(
            connection =>
            {
                if (room.Dialect.IsShared) connection.Execute(DocumentEventSql.ClaimAlone);
                return connection.Query<DocumentEventRow>(DocumentEventSql.Claim, new { owner, lease = Ms(lease), farthest = Ms(farthest), limit, now = Now(connection) }).AsList();
            },
            cancellationToken).ConfigureAwait(false);
        var events = new List<DocumentEvent>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                events.Add(row.ToEvent());
            }
            catch (Exception damage) when (damage is JsonException or FormatException or ArgumentException or InvalidOperationException)
            {
                // One damaged row must not hold the others up.
                await FailedAsync(row.Id, owner, row.Attempts, new(DocumentEventState.Parked), new ConnectorError(ConnectorErrorCode.Failed, $"The row cannot be read: {damage.Message}"), cancellationToken).ConfigureAwait(false);
            }
        }

        return events;
    }

    /// <summary>Commits that the handler is about to be called.</summary>
    /// <param name="id">The event.</param>
    /// <param name="owner">The server.</param>
    /// <param name="lease">How long it keeps it without a word.</param>
    /// <param name="safety">Whether a machine may call the handler again.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The number of the attempt; null when the event is no longer this server's.</returns>
    public async ValueTask<long?> StartAsync(string id, string owner, TimeSpan lease, MethodSafety safety, CancellationToken cancellationToken) => await room.Writer.WriteAsync(
        connection => connection.QuerySingleOrDefault<long?>(DocumentEventSql.Start, new { id, owner, lease = Ms(lease), safety = safety.ToString(), now = Now(connection) }), cancellationToken).ConfigureAwait(false);

    /// <summary>Gives back an event whose handler was not called, for a later moment.</summary>
    /// <param name="id">The event.</param>
    /// <param name="owner">The server.</param>
    /// <param name="pause">How much later.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask PostponeAsync(string id, string owner, TimeSpan pause, CancellationToken cancellationToken) => await room.Writer.WriteAsync(
        connection => connection.Execute(DocumentEventSql.Postpone, new { id, owner, pause = Ms(pause), now = Now(connection) }), cancellationToken).ConfigureAwait(false);

    /// <summary>Removes an event whose handler has answered.</summary>
    /// <param name="id">The event.</param>
    /// <param name="owner">The server.</param>
    /// <param name="attempt">The attempt that was answered.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether it was still this attempt's.</returns>
    public async ValueTask<bool> AnsweredAsync(string id, string owner, long attempt, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentEventSql.Answered, new { id, owner, attempt }), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Keeps the failure of an attempt.</summary>
    /// <param name="id">The event.</param>
    /// <param name="owner">The server.</param>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="next">What comes of it.</param>
    /// <param name="error">The failure.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether it was still this attempt's.</returns>
    public async ValueTask<bool> FailedAsync(string id, string owner, long attempt, DocumentEventNext next, ConnectorError error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(error);
        var values = new { id, owner, attempt, state = next.State.ToString(), pause = Ms(next.Pause), uncounted = next.Counted ? 0L : 1L, code = error.Code.ToString(), error = Clean(error.Message), errorRu = Clean(error.MessageRu) };
        return await room.Writer.WriteAsync(connection => connection.Execute(DocumentEventSql.Failed, With(values, Now(connection))), cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Renews the server's leases and takes over what others left: calls begun and never ended become due again where a machine may repeat them, and are in doubt where it may not.</summary>
    /// <param name="owner">The server.</param>
    /// <param name="lease">How long leases last.</param>
    /// <param name="retries">How often a handler is called again at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>What was taken over.</returns>
    public async ValueTask<IReadOnlyList<DocumentEvent>> RecoverAsync(string owner, TimeSpan lease, int retries, CancellationToken cancellationToken)
    {
        var rows = await room.Writer.WriteAsync(
            connection =>
            {
                var values = new { owner, lease = Ms(lease), retries, error = Crashed, errorRu = CrashedRu, now = Now(connection) };
                connection.Execute(DocumentEventSql.Renew, values);
                return connection.Query<DocumentEventRow>(DocumentEventSql.Recover, values).AsList();
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToEvent())];
    }

    /// <summary>Lists events, oldest first.</summary>
    /// <param name="state">Only those that stand so; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask<IReadOnlyList<DocumentEvent>> ListAsync(DocumentEventState? state, int limit, CancellationToken cancellationToken) =>
        await room.ListAsync<DocumentEventRow, DocumentEvent>(DocumentEventSql.List, new { state = state?.ToString(), limit }, row => row.ToEvent(), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds an event.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask<DocumentEvent?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await room.ReadAsync((connection, stop) => connection.QuerySingleOrDefaultAsync<DocumentEventRow>(new CommandDefinition(DocumentEventSql.Find, new { id }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false))?.ToEvent();

    /// <summary>Makes an event that is in doubt or parked due again, at a person's word.</summary>
    /// <param name="id">The event.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> RetryAsync(string id, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentEventSql.Retry, new { id, now = Now(connection) }), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Removes an event that is in doubt or parked, at a person's word.</summary>
    /// <param name="id">The event.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> DismissAsync(string id, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentEventSql.Dismiss, new { id }), cancellationToken).ConfigureAwait(false) > 0;

    private static long Ms(TimeSpan span) => (long)span.TotalMilliseconds;

    // PostgreSQL refuses a zero character, which foreign error texts may hold.
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);

    private static DynamicParameters With(object values, long now)
    {
        var all = new DynamicParameters(values);
        all.Add("now", now);
        return all;
    }

    private long Now(DbConnection connection) => Ms(Ahead) + (room.Dialect.IsShared ? connection.ExecuteScalar<long>(DocumentEventSql.SharedNow) : UnixTime.Of(time.GetUtcNow()));
}
