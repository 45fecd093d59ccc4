namespace ServerJobs.Background;

/// <summary>What the server has for a session: read with the place to go on from, or waited for. Thread-safe.</summary>
public sealed class Notifications
{
    private readonly IBackgroundStore store;
    private readonly NotificationBell bell;
    private readonly OwnerPresence presence;

    internal Notifications(IBackgroundStore store, NotificationBell bell, OwnerPresence presence)
    {
        this.store = store;
        this.bell = bell;
        this.presence = presence;
    }

    /// <summary>Where a session begins that has no place to go on from: what it missed in the last 120 seconds is given again.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The moment, by the clock that gives notifications theirs.</returns>
    public async ValueTask<long> BeginAsync(CancellationToken cancellationToken) =>
        (await store.ReadClockAsync(cancellationToken).ConfigureAwait(false) - BackgroundLifetimes.Redelivery).ToUnixTimeMilliseconds();

    /// <summary>Notes that the session is there: the results it owns live an hour from then.</summary>
    /// <param name="owner">The session.</param>
    public ValueTask SeenAsync(BackgroundOwner owner) => presence.SeenAsync(owner);

    /// <summary>Ends when there is something new for the session; taken before <see cref="ReadAsync"/>, nothing is missed in between.</summary>
    /// <param name="owner">The session.</param>
    /// <returns>The task.</returns>
    public Task Next(BackgroundOwner owner) => bell.Next(owner);

    /// <summary>Reads what was added after a moment, oldest first.</summary>
    /// <param name="owner">The session.</param>
    /// <param name="afterMs">The moment of the last one seen, Unix milliseconds.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The notifications.</returns>
    public async ValueTask<IReadOnlyList<Notification>> ReadAsync(BackgroundOwner owner, long afterMs, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await presence.SeenAsync(owner).ConfigureAwait(false);
        return await store.ListNotificationsAsync(new NotificationQuery(owner, afterMs, limit), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one with all its content.</summary>
    /// <param name="owner">The session.</param>
    /// <param name="id">The notification.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The notification, or null.</returns>
    public ValueTask<Notification?> FindAsync(BackgroundOwner owner, string id, CancellationToken cancellationToken) => store.FindNotificationAsync(owner, id, cancellationToken);
}
