using System.Text;

namespace Emulators.OneC;

/// <summary>Who calls: Basic with UTF-8 names, or a token. Nothing else is accepted.</summary>
internal static class Credentials
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The user of the base, or null when the caller must be turned away with 401.</summary>
    public static string? UserOf(OneCRequest request, OneCOptions options)
    {
        var header = request.Header("Authorization");
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return OfBasic(header[6..].Trim(), options);
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : request.Query["AccessToken"];
        return token is not null && options.Tokens.TryGetValue(token, out var user) ? user : null;
    }

    private static string? OfBasic(string base64, OneCOptions options)
    {
        string pair;
        try
        {
            pair = Strict.GetString(Convert.FromBase64String(base64));
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            return null;
        }

        // No user name holds a colon; a password may.
        var at = pair.IndexOf(':', StringComparison.Ordinal);
        return at >= 0 && options.Users.TryGetValue(pair[..at], out var password) && password == pair[(at + 1)..] ? pair[..at] : null;
    }
}
