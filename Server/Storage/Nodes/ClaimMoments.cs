namespace Server.Storage;

/// <summary>Moments of the shared timetable that are not taken from a clock.</summary>
internal static class ClaimMoments
{
    /// <summary>The next start of a job whose calendar has none any more: the last millisecond of the year 9999.</summary>
    public const long Never = 253402300799999;

    public static DateTimeOffset? Due(long? moment) => moment is null or Never ? null : UnixTime.From(moment.Value);
}
