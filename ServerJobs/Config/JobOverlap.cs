namespace ServerJobs;

/// <summary>What happens when a job's moment comes while its last run is still going. Two runs of one job are never side by side.</summary>
public enum JobOverlap
{
    /// <summary>The moment is left out and counted as a skip; the default of periods.</summary>
    Skip,

    /// <summary>One run starts at the end of the run that is going; the default of calendars.</summary>
    Queue,

    /// <summary>The run that is going is cancelled, and one starts at its end.</summary>
    Cancel,
}
