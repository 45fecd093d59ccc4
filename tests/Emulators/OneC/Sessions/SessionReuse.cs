namespace Emulators.OneC;

/// <summary>The property «Повторное использование сеансов» of a published service (<c>reuseSessions</c> in default.vrd).</summary>
public enum SessionReuse
{
    /// <summary>A session for each call (<c>dontuse</c>).</summary>
    DontUse,

    /// <summary>The caller starts and ends a session itself: <c>IBSession</c> and the cookie <c>ibsession</c> (<c>use</c>).</summary>
    Use,

    /// <summary>The base takes an idle session from its pool (<c>autouse</c>).</summary>
    AutoUse,
}
