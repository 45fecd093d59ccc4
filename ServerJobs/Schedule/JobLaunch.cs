namespace ServerJobs;

/// <summary>A run to start: the job as it was defined at that moment, and why it starts.</summary>
internal sealed record JobLaunch(JobSlot Slot, ServerJob Job, JobTrigger Trigger, string RunId)
{
    public DateTimeOffset? PlannedAt { get; init; }

    public string? StartedBy { get; init; }
}
