using System.Text.RegularExpressions;

namespace Connectors.OneC;

/// <summary>The cookie of an explicit session.</summary>
internal static partial class OneCCookie
{
    /// <summary>Its value in a <c>Set-Cookie</c> header; null for none.</summary>
    public static string? In(string? header) => header is null ? null : SessionCookie().Match(header) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"(?:^|[\s,])ibsession=([^;,\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex SessionCookie();
}
