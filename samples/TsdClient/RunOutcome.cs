namespace TsdClient;

/// <summary>How a run ended; the number is the exit code.</summary>
internal enum RunOutcome
{
    /// <summary>The last call succeeded.</summary>
    Succeeded = 0,

    /// <summary>The last call failed.</summary>
    Failed = 1,

    /// <summary>The options or the action file are wrong.</summary>
    Mistake = 2,

    /// <summary>The waiting time of the last call passed.</summary>
    TimedOut = 3,

    /// <summary>The server could not be reached.</summary>
    NoConnection = 4,

    /// <summary>The operator or a direction ended it.</summary>
    Cancelled = 5,
}
