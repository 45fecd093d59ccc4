namespace ServerJobs;

/// <summary>What happens at a moment of the schedule at which the job still runs.</summary>
public enum ClaimOverlap
{
    /// <summary>The start is skipped and counted.</summary>
    Skip,

    /// <summary>One start waits for the end of the run; further ones are skipped.</summary>
    Queue,

    /// <summary>The run is cancelled, and the start follows its end.</summary>
    Cancel,
}
