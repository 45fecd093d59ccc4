namespace ServerJobs.Background;

/// <summary>How background operations are set up.</summary>
public sealed class BackgroundOptions
{
    /// <summary>The limit of a call in the background, in place of the connector's own; a method that declares a limit keeps it. 1 hour.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a stopping server waits for operations before it cancels them. 5 seconds.</summary>
    public TimeSpan StopWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The name of this server where it shares its store with none; the machine's.</summary>
    public string Node { get; set; } = Environment.MachineName;

    /// <summary>How often a server looks at what the others on its store did. Half a second.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a server must have been missing among the living before its operations are closed as lost. 3 seconds.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(3);
}
