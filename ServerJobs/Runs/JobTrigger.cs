namespace ServerJobs;

/// <summary>What started a run.</summary>
public enum JobTrigger
{
    /// <summary>The schedule.</summary>
    Schedule,

    /// <summary>A person.</summary>
    Manual,

    /// <summary>The failure of the run before.</summary>
    Retry,
}
