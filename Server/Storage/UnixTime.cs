using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Server.Storage;

/// <summary>Moments as the tables keep them: milliseconds since 1970, always UTC.</summary>
internal static class UnixTime
{
    public static long Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();

    public static DateTimeOffset From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    [return: NotNullIfNotNull(nameof(milliseconds))]
    public static DateTimeOffset? From(long? milliseconds) => milliseconds is { } known ? From(known) : null;

    /// <summary>The moment in an id that is ordered by time (UUID version 7); null for any other.</summary>
    public static long? OfId(string id)
    {
        if (!Guid.TryParseExact(id, "D", out var uuid) || uuid.Version != 7) return null;
        return long.Parse(string.Concat(id.AsSpan(0, 8), id.AsSpan(9, 4)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
