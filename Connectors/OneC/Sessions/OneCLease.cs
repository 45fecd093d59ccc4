namespace Connectors.OneC;

/// <summary>A place among the parallel calls and, in explicit mode, the session that goes with it.</summary>
internal sealed class OneCLease(OneCSessions owner, OneCSession? session) : IDisposable
{
    private int returned;

    public OneCSession? Session { get; } = session;

    /// <summary>Whether the request carries the cookie of a session that was started before.</summary>
    public bool InSession => Session?.Cookie is not null;

    /// <summary>The headers that tell 1C about the session.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers => Session switch
    {
        null => [],
        { Cookie: { } cookie } => [new("Cookie", $"ibsession={cookie}")],
        _ => [new("IBSession", "start")],
    };

    /// <summary>1C does not know the session, or goes on with a call in it that we no longer wait for.</summary>
    public void Lose() => Session?.Forget();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref returned, 1) == 0) owner.Return(this);
    }
}
