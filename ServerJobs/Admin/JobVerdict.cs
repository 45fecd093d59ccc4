namespace ServerJobs;

/// <summary>What came of something a person asked of a job.</summary>
public enum JobVerdict
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The file names no such job.</summary>
    NotFound,

    /// <summary>The job runs already, and never twice at once.</summary>
    AlreadyRunning,

    /// <summary>The server is stopping.</summary>
    Stopping,
}
