using System.Diagnostics.CodeAnalysis;

namespace Server.Storage;

/// <summary>Moments as the tables keep them: milliseconds since 1970, always UTC.</summary>
internal static class UnixTime
{
    public static long Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();

    public static DateTimeOffset From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    [return: NotNullIfNotNull(nameof(milliseconds))]
    public static DateTimeOffset? From(long? milliseconds) => milliseconds is { } known ? From(known) : null;
}
