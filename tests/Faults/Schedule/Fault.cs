using Faults.Harness;

namespace Faults.Schedule;

/// <summary>A fault: how the server is set up for it, how it begins and ends, and how it is known that it really was there.</summary>
internal sealed record Fault(string Name)
{
    public const int UsualJobs = 20;

    /// <summary>How many healthy jobs stand beside it.</summary>
    public int HealthyJobs { get; init; } = UsualJobs;

    /// <summary>Changes the plan of the server; the folder is there already.</summary>
    public Func<Trial, ServerPlan, ServerPlan> Setup { get; init; } = (_, plan) => plan;

    /// <summary>Begins the fault.</summary>
    public required Func<Trial, Task> Begin { get; init; }

    /// <summary>How long it lasts in the short form.</summary>
    public TimeSpan Lasts { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>What has to be seen while it lasts.</summary>
    public Func<Trial, Task> Meanwhile { get; init; } = _ => Task.CompletedTask;

    /// <summary>Ends the fault.</summary>
    public Func<Trial, Task> End { get; init; } = _ => Task.CompletedTask;

    /// <summary>Looks for what must be there if the fault really happened, and for what else it must not have broken. Throws otherwise.</summary>
    public Func<Trial, Task> Check { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whether the healthy jobs must go on while it lasts, too.</summary>
    public bool AlsoDuring { get; init; }

    /// <summary>Whether it may cost rows of the history.</summary>
    public bool LosesHistory { get; init; }

    /// <summary>Whether it needs the machine for itself.</summary>
    public bool Alone { get; init; }

    /// <summary>Whether the server is started again within the fault, so that its counters and grid cannot be compared with those before.</summary>
    public bool Restarts { get; init; }
}
