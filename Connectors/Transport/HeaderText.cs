namespace Connectors.Transport;

/// <summary>What HTTP allows in a header, RFC 9110 section 5, and which headers are not a caller's to write.</summary>
public static class HeaderText
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "TE", "Trailer", "Expect", "Proxy-Authorization", "Proxy-Connection",
    };

    // Those that the framework keeps with the content.
    private static readonly HashSet<string> OfBody = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Language", "Content-Encoding", "Content-Disposition", "Content-Location", "Content-MD5", "Content-Range", "Allow", "Expires", "Last-Modified",
    };

    // Parts of words: rather a harmless header too many kept at home than a password sent abroad.
    private static readonly string[] CredentialWords = ["auth", "cookie", "key", "token", "secret", "pass", "pwd", "credential", "session", "sign"];

    /// <summary>Whether the text can be the name of a header.</summary>
    /// <param name="name">The text.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsName(string? name) =>
        !string.IsNullOrEmpty(name) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal));

    /// <summary>Whether the text can be the value of a header.</summary>
    /// <param name="value">The text.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsValue(string? value) => value is not null && value.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    /// <summary>Whether the header decides where a request goes or how it is framed; those are written by the transport alone.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Whether the header describes the body; such headers go along with one and are left out without.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsOfBody(string name) => OfBody.Contains(name);

    /// <summary>Whether the header can hold a credential; such headers go to the base address only and are never shown.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsCredential(string name) =>
        CredentialWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
