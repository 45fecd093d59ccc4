namespace Server.Storage;

/// <summary>How a run of an operation stands with its lock.</summary>
public enum OperationStanding
{
    /// <summary>The lock is its own.</summary>
    Granted,

    /// <summary>Others bar it.</summary>
    Waiting,

    /// <summary>Its server gave no word for longer than its lease, and others no longer heed its locks.</summary>
    NodeIsSilent,
}
