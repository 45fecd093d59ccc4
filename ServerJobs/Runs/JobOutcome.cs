namespace ServerJobs;

/// <summary>How a run ended.</summary>
public enum JobOutcome
{
    /// <summary>The call succeeded.</summary>
    Succeeded,

    /// <summary>The call succeeded and its result is a record with a list <c>warnings</c> that is not empty.</summary>
    SucceededWithWarnings,

    /// <summary>The call failed.</summary>
    Failed,

    /// <summary>The call did not end within its limit.</summary>
    TimedOut,

    /// <summary>The run was cancelled, mostly because the server stopped.</summary>
    Cancelled,

    /// <summary>The server died during the run; how it ended is not known.</summary>
    Lost,
}
