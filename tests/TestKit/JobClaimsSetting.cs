using FluentAssertions;
using ServerJobs;

namespace TestKit;

/// <summary>Where the parts of <see cref="JobClaimsContract"/> stand: two servers, a timetable, and a clock that can be moved on.</summary>
/// <remarks>Periods are an hour, so that the seconds a real database takes between two calls mean nothing.</remarks>
public abstract class JobClaimsSetting
{
    internal static readonly TimeSpan Lease = TimeSpan.FromDays(100);
    internal static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    internal static readonly ClaimTerms Terms = new(100, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    /// <summary>One of two servers.</summary>
    protected static JobNode A { get; } = new("a-1", "A");

    /// <summary>The other one.</summary>
    protected static JobNode B { get; } = new("b-1", "B");

    /// <summary>The timetable under test, empty at first.</summary>
    protected abstract IJobClaims Claims { get; }

    /// <summary>The store of runs, pauses and the lock.</summary>
    protected abstract IJobStore Store { get; }

    /// <summary>Moves the clock of the database on, or back.</summary>
    /// <param name="by">How far.</param>
    protected abstract void Advance(TimeSpan by);

    /// <summary>An hourly job whose first start is now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="hash">The hash of its definition.</param>
    /// <returns>The definition.</returns>
    protected static JobDefinition Job(string id = "Обмен", string hash = "h1") => new(id, hash, id, "One:Run") { Period = Hour };

    /// <summary>A job with a calendar, whose starts wait for the end of the run.</summary>
    /// <returns>The definition.</returns>
    protected static JobDefinition Calendar() => Job() with { Period = null, Overlap = ClaimOverlap.Queue };

    private protected void Join(IReadOnlyList<JobDefinition> jobs, params JobNode[] nodes)
    {
        Array.ForEach(nodes, node => Claims.Renew(node, Lease).Held.Should().BeFalse());
        Array.ForEach(nodes, node => Claims.Register(node, jobs).Should().BeEmpty());
    }

    private protected JobClaim Claim(JobNode node) => Claims.Claim(node, Terms).Claims.Should().ContainSingle().Subject;

    private protected void Free(JobNode node, JobClaim claim) => Claims.Close(node, [new ClaimEnd(claim.JobId, claim.Fence) { Frees = true }]).Should().BeEmpty();

    // Moves on by whole periods, with a round at each.
    private protected void Tick(JobNode node, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Advance(Hour);
            Claims.Claim(node, Terms);
        }
    }

    // The lease of one server runs out, those of the others do not.
    private protected void Silence(JobNode silent)
    {
        Claims.Renew(silent, TimeSpan.FromMinutes(1));
        Advance(TimeSpan.FromMinutes(2));
    }

    private protected JobClaimState Row() => Claims.Read().Jobs.Should().ContainSingle().Subject;

    private protected async Task<IReadOnlyList<JobRun>> RunsAsync() => await Store.ListAsync(new JobRunQuery(1000), default);

    private protected static ClaimEnd End(JobClaim claim, JobOutcome outcome = JobOutcome.Succeeded) => new(claim.JobId, claim.Fence)
    {
        Frees = true,
        Run = new JobRun(claim.RunId, claim.JobId, claim.JobId, "One:Run", claim.Trigger, DateTimeOffset.UtcNow) { Outcome = outcome, Elapsed = TimeSpan.FromSeconds(2), PlannedAt = claim.PlannedAt },
    };
}
