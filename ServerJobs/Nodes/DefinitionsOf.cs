namespace ServerJobs;

/// <summary>The jobs of the file as the shared timetable has to know them.</summary>
internal sealed class DefinitionsOf(ServerJobsOptions options)
{
    /// <summary>Turns jobs into definitions.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="atStart">Whether this server has just started: then jobs with <c>runAtStart</c> start anew, if it is the only one.</param>
    public IReadOnlyList<JobDefinition> Make(IEnumerable<ServerJob> jobs, bool atStart) => [.. jobs.Select(job => Make(job, atStart))];

    private JobDefinition Make(ServerJob job, bool atStart)
    {
        var period = job.Timetable.Period?.Value;
        return new JobDefinition(job.Id, DefinitionHash.Of(job), job.Name, job.Call.ToString())
        {
            Key = job.Key,
            Period = period,
            Enabled = job.Enabled,
            Overlap = Enum.Parse<ClaimOverlap>(job.EffectiveOverlap.ToString()),
            CatchUp = job.CatchUp,
            FirstIn = options.FirstRunDelay + Jitter(period ?? TimeSpan.Zero),
            StartsAnew = atStart && job.RunAtStart,
            PausedUntil = job.Pause is { } pause ? pause.Until ?? DateTimeOffset.MaxValue : null,
        };
    }

    // Many jobs of one file must not all start in the same instant; a jitter of a whole period would cost a run.
    private TimeSpan Jitter(TimeSpan period) =>
        TimeSpan.FromTicks((long)(Math.Clamp(options.Randomness(), 0, 0.999999) * (options.MaxJitter < period ? options.MaxJitter : period).Ticks));
}
