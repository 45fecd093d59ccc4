namespace Emulators.OneC;

/// <summary>Sessions of one kind of service. Rules: 1C:Enterprise documentation, "Reusing sessions" of web and HTTP services.</summary>
internal sealed class SessionPool(SessionOptions options, OneCOptions publication, OneCSessions counts)
{
    private readonly Lock gate = new();
    private readonly List<Session> alive = [];

    public async Task<SessionGrant> TakeAsync(SessionAsk ask, CancellationToken cancellationToken)
    {
        var clock = publication.Clock;
        var (began, counted) = (clock.GetTimestamp(), false);
        while (true)
        {
            var (grant, isBusySession) = Try(ask);
            if (grant is not null) return grant;
            if (isBusySession && !counted) counts.CountParallel();
            counted |= isBusySession;
            var refuses = isBusySession ? options.RefusesParallelCalls : clock.GetElapsedTime(began) >= options.PoolTimeout;
            if (refuses)
            {
                counts.CountRefused();
                return SessionGrant.Refused(ExtensionErrors.Exception(406, isBusySession ? "Сеанс занят другим вызовом" : "Превышено время ожидания свободного сеанса"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }
    }

    public void Return(SessionGrant grant)
    {
        if (grant.Session is not { } session) return;
        lock (gate)
        {
            (session.Busy, session.LastUsed) = (false, publication.Clock.GetTimestamp());
            if (!grant.EndsWithCall) return;
            alive.Remove(session);
        }

        counts.End();
    }

    /// <summary>Ends the sessions that have been idle too long; their licences are free for other services.</summary>
    public void EndIdle() => Sweep(options.MaxAge);

    /// <summary>Ends every idle session, as an administrator of the cluster can.</summary>
    public void EndAll() => Sweep(TimeSpan.Zero);

    private (SessionGrant? Grant, bool IsBusySession) Try(SessionAsk ask)
    {
        lock (gate)
        {
            Sweep(options.MaxAge);
            return options.Reuse switch
            {
                SessionReuse.Use when ask.Cookie is not null => Continue(ask),
                SessionReuse.Use when ask.Start => (alive.Count < options.PoolSize ? Start(ask, false, pooled: true) : null, false),
                SessionReuse.AutoUse => (Reuse(ask), false),
                _ => (Start(ask, true, pooled: false), false),
            };
        }
    }

    private (SessionGrant?, bool) Continue(SessionAsk ask)
    {
        var session = alive.Find(one => one.Id == ask.Cookie && one.User == ask.User);
        if (session is null)
        {
            counts.CountLost();
            return (SessionGrant.Refused(ExtensionErrors.Exception(400, "Сеанс отсутствует или завершен")), false);
        }

        if (session.Busy) return (null, true);
        session.Busy = true;
        if (ask.Finish) counts.CountFinished();
        return (new SessionGrant(session, null, ask.Finish), false);
    }

    private SessionGrant? Reuse(SessionAsk ask)
    {
        if (alive.Find(one => !one.Busy && one.User == ask.User) is { } idle)
        {
            idle.Busy = true;
            return new SessionGrant(idle, null, false);
        }

        if (alive.Count >= options.PoolSize)
        {
            // A session of another user makes room; its user cannot be changed.
            if (alive.Find(one => !one.Busy) is not { } strange) return null;
            alive.Remove(strange);
            counts.End();
        }

        return Start(ask, false, pooled: true);
    }

    private SessionGrant Start(SessionAsk ask, bool endsWithCall, bool pooled)
    {
        if (!counts.TryStart(publication.Licences))
        {
            counts.CountRefused();
            return SessionGrant.Refused(ExtensionErrors.NoLicence(publication.LicenceAnswer));
        }

        var session = new Session(ask.User) { Busy = true };
        if (pooled) alive.Add(session);
        return new SessionGrant(session, null, endsWithCall) { IsNew = pooled && ask.Start && options.Reuse == SessionReuse.Use };
    }

    private void Sweep(TimeSpan maxAge)
    {
        lock (gate)
        {
            foreach (var session in alive.Where(one => !one.Busy && publication.Clock.GetElapsedTime(one.LastUsed) >= maxAge).ToList())
            {
                alive.Remove(session);
                counts.End();
            }
        }
    }
}
