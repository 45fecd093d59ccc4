using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Gives each call its place and, in explicit mode, a session of its own: one session takes its calls strictly one after another.</summary>
/// <remarks>
/// The session used last is taken first, so that quiet times need few sessions and few licences. One that has been idle for as long as 1C keeps
/// sessions is not tried: an unsafe call must not meet a session that has ended, because it may not be repeated.
/// </remarks>
internal sealed class OneCSessions(OneCSessionMode mode, int max, TimeSpan maxAge, TimeProvider time)
{
    // The clock of 1C runs from the end of the last call as it saw it, and a request is some time on its way.
    private const double Margin = 0.9;
    private readonly OneCPlaces places = new(max, time);
    private readonly Lock sync = new();
    private readonly Dictionary<string, Stack<OneCSession>> idle = new(StringComparer.Ordinal);

    public OneCSessionMode Mode { get; } = mode;

    /// <summary>How many calls may be on their way now.</summary>
    public int Limit => places.Limit;

    /// <summary>Takes a place, waiting at most as long as told.</summary>
    /// <param name="area">The service to be called, such as <c>hs/conn</c>; null for one that reuses sessions by itself.</param>
    /// <param name="patience">How long to wait for a place.</param>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <exception cref="ConnectorException">All places were taken all the time: nothing was sent.</exception>
    public async Task<OneCLease> EnterAsync(string? area, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await places.EnterAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Crowded(max);
        }

        return new OneCLease(this, Mode == OneCSessionMode.Explicit && area is not null ? TakeIdle(area) : null);
    }

    /// <summary>1C had no session for a call.</summary>
    public void Shrink() => places.Shrink();

    /// <summary>Takes out the sessions that are still open, to finish them.</summary>
    public IReadOnlyList<OneCSession> TakeOpen()
    {
        lock (sync)
        {
            var open = idle.Values.SelectMany(sessions => sessions).Where(IsAlive).ToList();
            idle.Clear();
            return open;
        }
    }

    public void Return(OneCLease lease)
    {
        if (lease.Session is { Cookie: not null } session)
        {
            lock (sync)
            {
                if (!idle.TryGetValue(session.Area, out var sessions)) idle.Add(session.Area, sessions = new());
                sessions.Push(session);
            }
        }

        places.Leave();
    }

    private OneCSession TakeIdle(string area)
    {
        lock (sync)
        {
            if (!idle.TryGetValue(area, out var sessions)) return new OneCSession(area);
            while (sessions.TryPop(out var session))
            {
                if (IsAlive(session)) return session;
            }
        }

        return new OneCSession(area);
    }

    private bool IsAlive(OneCSession session) => session.Cookie is not null && time.GetElapsedTime(session.UsedAt) < maxAge * Margin;

    private static ConnectorException Crowded(int max) =>
        new(new ConnectorError(ConnectorErrorCode.Busy, $"All {max} places of this connector's calls to 1C are taken. Try again; maxConcurrency is their number.")
        {
            MessageRu = $"Все места вызовов 1С ({max}) заняты. Повторите; их число задаёт maxConcurrency.",
            Reason = "ONEC_PLACES_TAKEN",
            Retryable = true,
        });
}
