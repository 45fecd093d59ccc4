namespace Emulators.OneC;

/// <summary>The header and the cookie of explicit sessions.</summary>
public static class SessionHeaders
{
    /// <summary>The header that starts and ends a session.</summary>
    public const string Header = "IBSession";

    /// <summary>The cookie that carries it.</summary>
    public const string Cookie = "ibsession";

    internal static SessionAsk? Read(OneCRequest request, string user)
    {
        var wish = request.Header(Header);
        if (wish is not ("" or "start" or "finish")) return null;
        var cookie = request.Header("Cookie").Split(';', StringSplitOptions.TrimEntries)
            .Where(one => one.StartsWith(Cookie + "=", StringComparison.Ordinal)).Select(one => one[(Cookie.Length + 1)..]).FirstOrDefault();
        return new SessionAsk(user, wish == "start", wish == "finish", cookie);
    }
}
