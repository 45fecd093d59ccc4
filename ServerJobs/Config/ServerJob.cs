using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>A job as <c>jobs.json</c> defines it.</summary>
/// <param name="Id">The id, unique without regard to case.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Call">What it calls.</param>
/// <param name="Period">How often, from start to start.</param>
public sealed record ServerJob(string Id, string Name, ConnectorCall Call, JobPeriod Period)
{
    /// <summary>Whether the schedule starts it; a person may always run it now.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it runs a few seconds after each start of the server.</summary>
    public bool RunAtStart { get; init; }

    /// <summary>How long a run may take; null leaves it to the connector's own limit.</summary>
    public JobPeriod? Timeout { get; init; }

    /// <summary>How a failed run is repeated; null for never.</summary>
    public JobRetries? Retries { get; init; }
}
