namespace Faults.Quartz;

/// <summary>A fault that Quartz can take beside us: a line to its process, a jump of its clock, or a stop of it.</summary>
internal sealed record QuartzFault(string Name)
{
    /// <summary>What its process is told.</summary>
    public string? Line { get; init; }

    /// <summary>How far its wall clock jumps.</summary>
    public TimeSpan Jump { get; init; }

    /// <summary>Whether its process is stopped.</summary>
    public bool Stops { get; init; }

    public TimeSpan Lasts { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether what lasts has no business with the healthy jobs.</summary>
    public bool AlsoDuring { get; init; } = true;

    public static IReadOnlyList<QuartzFault> All =>
    [
        new("process-stopped-30-seconds") { Stops = true, Lasts = TimeSpan.FromSeconds(30), AlsoDuring = false },
        new("clock-back-1-hour") { Jump = TimeSpan.FromHours(-1) },
        new("clock-forward-1-hour") { Jump = TimeSpan.FromHours(1) },
        new("clock-back-10-years") { Jump = TimeSpan.FromDays(-3652) },
        new("job-throws") { Line = "throws 5" },
        new("10-hung") { Line = "hangs 10" },
        new("1000-hung") { Line = "hangs 1000" },
        new("thread-pool-starved") { Line = "starves 8", AlsoDuring = false },
    ];
}
