namespace ServerJobs.Background;

/// <summary>How background operations are set up.</summary>
public sealed class BackgroundOptions
{
    /// <summary>The limit of a call in the background, in place of the connector's own; a method that declares a limit keeps it. 1 hour.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a stopping server waits for operations before it cancels them. 5 seconds.</summary>
    public TimeSpan StopWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The name of this server; the machine's.</summary>
    public string Node { get; set; } = Environment.MachineName;

    /// <summary>Whether other servers use the same store: then only the operations of <see cref="Node"/> are closed as lost at a start.</summary>
    public bool SharedStore { get; set; }
}
