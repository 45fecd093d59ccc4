namespace ServerJobs;

/// <summary>The timetable that several servers share: which job is due, who runs it, and until when a server's word holds. All by the clock of the database. Thread-safe.</summary>
/// <remarks>
/// Its methods block, and are called only from threads made for that: a starved pool must not let a lease run out. Every method throws when the database is away.
/// A claim carries a fence that grows with each claim and each takeover; what a server says of a run counts only with the fence it was given.
/// </remarks>
public interface IJobClaims
{
    /// <summary>Joins the servers or prolongs the lease.</summary>
    /// <param name="node">The server.</param>
    /// <param name="lease">How long the others wait for the next word.</param>
    /// <returns>Whether the lease had held until now; when not, others may have taken over what the server ran, and it must register its jobs again.</returns>
    NodeStanding Renew(JobNode node, TimeSpan lease);

    /// <summary>Leaves the servers: its definitions hold nobody up any more. What it still holds is taken over by the others.</summary>
    /// <param name="node">The server.</param>
    void Leave(JobNode node);

    /// <summary>Says which jobs the server's file names. A job nobody knew gets its first start; a changed one counts as soon as no other living server holds the old definition.</summary>
    /// <param name="node">The server.</param>
    /// <param name="jobs">All jobs of its file.</param>
    /// <returns>Where its file differs from what is in force. It claims none of these.</returns>
    IReadOnlyList<DefinitionDifference> Register(JobNode node, IReadOnlyList<JobDefinition> jobs);

    /// <summary>Claims jobs that are due, in one statement: the moment moves on along its grid, misses and skips are counted, and the open row of the run is written.</summary>
    /// <param name="node">The server.</param>
    /// <param name="terms">How many, and how late a start may be.</param>
    /// <returns>What to run, and what else the server should know.</returns>
    ClaimRound Claim(JobNode node, ClaimTerms terms);

    /// <summary>Claims one job for a run by hand, also one that is disabled, paused or locked; its moment stays as it is.</summary>
    /// <param name="node">The server.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="startedBy">Who asks.</param>
    /// <returns>The claim; null when the job runs somewhere, or this server's definition of it is not the one in force.</returns>
    JobClaim? ClaimNow(JobNode node, string jobId, string? startedBy);

    /// <summary>Sets the next starts of jobs whose moments only a calendar can tell. One that was claimed, freed or planned in the meantime stays.</summary>
    /// <param name="node">The server.</param>
    /// <param name="starts">The starts.</param>
    void Plan(JobNode node, IReadOnlyList<PlannedStart> starts);

    /// <summary>Lets the calendars be asked again, because the clock of the database was set.</summary>
    void Replan();

    /// <summary>Records ended runs and frees their jobs, each only with the fence of its claim.</summary>
    /// <param name="node">The server.</param>
    /// <param name="ends">At most one a claim.</param>
    /// <returns>The fences refused: these runs were taken over, and nothing of them was recorded.</returns>
    IReadOnlyList<ClaimEnd> Close(JobNode node, IReadOnlyList<ClaimEnd> ends);

    /// <summary>Reads what the server holds: after its lease had run out, and to find claims whose answer never came.</summary>
    /// <param name="node">The server.</param>
    /// <returns>The claims that still stand.</returns>
    IReadOnlyList<JobClaim> Held(JobNode node);

    /// <summary>Takes over from the servers whose lease ran out: their runs are closed as lost, their jobs become claimable, in one transaction.</summary>
    /// <returns>What was lost.</returns>
    IReadOnlyList<LostClaim> TakeOver();

    /// <summary>Reads the whole timetable.</summary>
    /// <returns>A row a job, also of jobs no living server names.</returns>
    ClaimTable Read();
}
