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

    /// <summary>The run has ended, and cannot be cancelled any more.</summary>
    AlreadyEnded,

    /// <summary>What was asked makes no sense; the message says what does.</summary>
    Invalid,

    /// <summary>The file says otherwise, and only a change of the file helps.</summary>
    HeldByFile,
}
