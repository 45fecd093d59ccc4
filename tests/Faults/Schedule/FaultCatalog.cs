namespace Faults.Schedule;

/// <summary>All faults, the long ones first, so that the short ones fill the time beside them.</summary>
internal static class FaultCatalog
{
    public static IReadOnlyList<Fault> All =>
    [
        .. new[] { DaylightFaults.All, ProcessFaults.All, StoreFaults.All, LogFaults.All, FileFaults.All, ClockFaults.All, BadJobFaults.All }
            .SelectMany(faults => faults).OrderByDescending(fault => fault.Lasts),
    ];
}
