namespace Connectors.ChestnyZnak;

/// <summary>How a local module is.</summary>
/// <param name="Status">Its own word: <c>ready</c>, <c>not_configured</c>, <c>initialization</c>, <c>sync_error</c>; or why it told none.</param>
internal sealed record LocalModuleState(string Status)
{
    private const string Ready = "ready";
    private const string Bare = "not_configured";

    public string? Version { get; init; }

    /// <summary>When it last took the system's base over; after 72 hours it refuses to answer.</summary>
    public DateTimeOffset? LastSync { get; init; }

    /// <summary>Whether it answered at all.</summary>
    public bool Answered { get; init; }

    public bool IsReady => Answered && Status == Ready;

    /// <summary>Whether it waits for the key of the permissive mode.</summary>
    public bool IsBare => Answered && Status == Bare;

    /// <summary>The state in a word, for the log and the journal.</summary>
    public string Word => Answered ? $"LM_{Status.ToUpperInvariant()}" : Status;

    public static LocalModuleState Read(LinkAnswer reply)
    {
        var json = reply.IsOk ? reply.Json() : null;
        if (json.Text("status") is not { } status) return new LocalModuleState(reply.IsOk ? "ANSWER_UNREADABLE" : reply.Word);
        return new LocalModuleState(status.ToLowerInvariant()) { Version = json.Text("version"), LastSync = json.Moment("lastSync"), Answered = true };
    }

    /// <summary>The state that a refused check tells; null where it tells none.</summary>
    public static LocalModuleState? OfRefusal(LinkAnswer reply) => reply.Json().Long("code") switch
    {
        4045 => new LocalModuleState("initialization") { Answered = true },
        4050 => new LocalModuleState("sync_error") { Answered = true },
        _ => null,
    };
}
