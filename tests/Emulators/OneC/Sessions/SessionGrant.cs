namespace Emulators.OneC;

/// <summary>A session to run a call in, or the answer of the web extension that there is none.</summary>
internal sealed record SessionGrant(Session? Session, OneCReply? Refusal, bool EndsWithCall)
{
    /// <summary>The session was started by <c>IBSession: start</c>: its cookie goes with the answer.</summary>
    public bool IsNew { get; init; }

    public static SessionGrant Refused(OneCReply reply) => new(null, reply, false);
}
