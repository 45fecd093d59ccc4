namespace ServerJobs;

/// <summary>The lengths that timers and waits can take.</summary>
internal static class Waits
{
    /// <summary>The longest: 49 days. A timer that is given more throws.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    public static TimeSpan AtMost(TimeSpan length) => length < Longest ? length : Longest;
}
