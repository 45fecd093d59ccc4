namespace ServerJobs.Background;

/// <summary>Who cancelled an operation.</summary>
public enum CancelledBy
{
    /// <summary>The session that started it.</summary>
    Owner,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>The server, because it stops.</summary>
    Server,
}
