namespace Emulators.OneC;

/// <summary>The four session attributes of a service in default.vrd.</summary>
public sealed class SessionOptions
{
    /// <summary>How sessions are reused.</summary>
    public SessionReuse Reuse { get; set; }

    /// <summary>How long an idle session lives: <c>sessionMaxAge</c>, 20 s.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The most sessions at once: <c>poolSize</c>, 10.</summary>
    public int PoolSize { get; set; } = 10;

    /// <summary>How long a call waits for a session before 406: <c>poolTimeout</c>, 5 s.</summary>
    public TimeSpan PoolTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A second call in a busy session is refused with 406; otherwise it waits for its turn.</summary>
    public bool RefusesParallelCalls { get; set; }
}
