using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs.Background;

/// <summary>Keeps background operations, their results and portions, and the notifications about them. Thread-safe; what is read is never a cached copy.</summary>
/// <remarks>
/// Every write of a notification gives it its moment, so that moments grow in the order in which readers come to see them, on all servers that share the store.
/// Of an operation that has ended nothing more is told. Other servers may write at the same time: whoever comes second is answered as on one server.
/// </remarks>
public interface IBackgroundStore
{
    /// <summary>Keeps a new operation with its portions, unless its request id or its key says that there is one already.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="portions">Its portions; empty for a single call.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether it may run.</returns>
    ValueTask<StartRecord> StartAsync(BackgroundOperation operation, IReadOnlyList<BackgroundPortion> portions, CancellationToken cancellationToken);

    /// <summary>Reads an operation, with its messages once it is over.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operation, or null.</returns>
    ValueTask<BackgroundOperation?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists operations without their messages, newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operations.</returns>
    ValueTask<IReadOnlyList<BackgroundOperation>> ListAsync(BackgroundQuery query, CancellationToken cancellationToken);

    /// <summary>Keeps a message of an operation and the notification of it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="notification">Its notification.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask TellAsync(UserMessage message, Notification notification, CancellationToken cancellationToken);

    /// <summary>Reads the messages of an operation.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="remove">Whether they are removed.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The messages, in order.</returns>
    ValueTask<IReadOnlyList<UserMessage>> ReadMessagesAsync(string operationId, bool remove, CancellationToken cancellationToken);

    /// <summary>Keeps the progress of an operation, and its notification in place of the one of the same group.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="notification">Its notification.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask ProgressAsync(BackgroundProgress progress, Notification notification, CancellationToken cancellationToken);

    /// <summary>Keeps a notice in place of the one with the same key.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask NotifyAsync(Notification notification, CancellationToken cancellationToken);

    /// <summary>Keeps what came of a portion.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="portion">The portion.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask SavePortionAsync(string operationId, BackgroundPortion portion, CancellationToken cancellationToken);

    /// <summary>Reads the portions of an operation, in their order.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The portions.</returns>
    ValueTask<IReadOnlyList<BackgroundPortion>> ReadPortionsAsync(string operationId, CancellationToken cancellationToken);

    /// <summary>Ends an operation: its outcome, its result and the notification of its end are kept together or not at all.</summary>
    /// <param name="operation">The operation as it ended.</param>
    /// <param name="result">Its result, kept under its address; null for none.</param>
    /// <param name="finished">The notification of the end.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether it was active until now.</returns>
    ValueTask<bool> EndAsync(BackgroundOperation operation, InvokeResult? result, Notification finished, CancellationToken cancellationToken);

    /// <summary>Frees the key of an ended operation.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask ReleaseKeyAsync(string operationId, CancellationToken cancellationToken);

    /// <summary>Reads the result of an operation.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="now">The moment of reading; a result over its lifetime is gone.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The result, or null.</returns>
    ValueTask<InvokeResult?> ReadResultAsync(string operationId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that a session is there: the results it owns live an hour from then.</summary>
    /// <param name="owner">The session.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask SeenAsync(BackgroundOwner owner, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Lists the notifications of a session, oldest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The notifications; large content is left out.</returns>
    ValueTask<IReadOnlyList<Notification>> ListNotificationsAsync(NotificationQuery query, CancellationToken cancellationToken);

    /// <summary>Reads the clock that gives notifications their moments.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The moment.</returns>
    ValueTask<DateTimeOffset> ReadClockAsync(CancellationToken cancellationToken);

    /// <summary>Reads a notification with all its content.</summary>
    /// <param name="owner">The session it must be for.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The notification, or null.</returns>
    ValueTask<Notification?> FindNotificationAsync(BackgroundOwner owner, string id, CancellationToken cancellationToken);

    /// <summary>Removes results, notifications and operations over their time.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>How many rows went.</returns>
    ValueTask<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
