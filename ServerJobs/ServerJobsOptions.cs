namespace ServerJobs;

/// <summary>How server jobs are set up.</summary>
public sealed class ServerJobsOptions
{
    /// <summary>The job file.</summary>
    public string File { get; set; } = Path.Combine("config", "jobs.json");

    /// <summary>How often the file is looked at, besides being watched. 5 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after the start a job runs that never ran, or that has <c>runAtStart</c>. 3 seconds.</summary>
    public TimeSpan FirstRunDelay { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How much a first run is scattered at most; never as much as the job's period. 5 seconds.</summary>
    public TimeSpan MaxJitter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping server waits for runs to end before it cancels them. 10 seconds.</summary>
    public TimeSpan StopWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a stopping server waits for the store. 5 seconds.</summary>
    public TimeSpan StoreWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What runs are told to have run on. The name of the machine.</summary>
    public string NodeName { get; set; } = Environment.MachineName;

    /// <summary>Whether the jobs of a base are locked when it is started for the first time; later starts leave the lock as it is.</summary>
    public bool LockedAtStart { get; set; }

    // How far apart the moments of different periods are at least, unless they fall together; tests set it to zero to be exact.
    internal TimeSpan PhaseStep { get; set; } = TimeSpan.FromMilliseconds(16);

    // Kernels do what they do by time at whole milliseconds since their start, every first, fourth or tenth of them: moments lie between those.
    internal TimeSpan PhaseShift { get; set; } = TimeSpan.FromMilliseconds(2.5);

    // How long before its moment a run is handed to the pool, whose threads take about that long to wake; it begins not before the moment.
    internal TimeSpan Ahead { get; set; } = TimeSpan.FromMicroseconds(450);

    /// <summary>How jobs are shared with other servers, where the store is shared.</summary>
    public NodesOptions Nodes { get; } = new();

    // A number from 0 up to 1; tests set it to be exact.
    internal Func<double> Randomness { get; set; } = Random.Shared.NextDouble;
}
