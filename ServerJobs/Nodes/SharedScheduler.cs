using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Starts jobs where several servers share them: three threads, so that neither a slow claim nor a store that takes its time with ends lets the lease run out.</summary>
internal sealed class SharedScheduler : IDisposable
{
    private readonly IJobClaims claims;
    private readonly JobNode node;
    private readonly JobTable table;
    private readonly ClaimLedger ledger;
    private readonly SharedBeat beat;
    private readonly SharedRounds rounds;
    private readonly SharedView view;
    private readonly ServerJobsOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<SharedScheduler> logger;
    private readonly GuardedLoop beating;
    private readonly GuardedLoop claiming;
    private readonly GuardedLoop ending;
    private long? viewed;

    public SharedScheduler(IJobClaims claims, JobNode node, JobTable table, ClaimLedger ledger, SharedBeat beat, SharedRounds rounds, SharedView view, ServerJobsOptions options, TimeProvider time, ILogger<SharedScheduler> logger)
    {
        (this.claims, this.node, this.table, this.ledger, this.beat, this.rounds, this.view, this.options, this.time, this.logger) = (claims, node, table, ledger, beat, rounds, view, options, time, logger);
        beating = Loop("lease", Beat);
        claiming = Loop("claims", Round);
        ending = Loop("ends", () =>
        {
            ledger.Flush();
            return options.Nodes.View;
        });
        ledger.Pending = ending.Wake;
    }

    /// <summary>The jobs of which this server's file says something else than what is in force.</summary>
    public IEnumerable<JobsProblem> Problems(string file) => beat.Differences.Select(difference => new JobsProblem(
        file,
        "jobs",
        difference.JobId,
        "another entry than on the other servers, so that this server does not start the job",
        difference.Nodes.Count == 0 ? "the entry in force" : $"the entry of {string.Join(", ", difference.Nodes)}",
        difference.Nodes.Count == 0 ? "действующая запись" : $"запись, как у {string.Join(", ", difference.Nodes)}")
    {
        IsWarning = true,
    });

    /// <summary>Takes the jobs of the file.</summary>
    public void Apply(IReadOnlyList<ServerJob> jobs)
    {
        beat.Apply(jobs);
        beating.Wake();
    }

    public void Start()
    {
        beating.Start();
        claiming.Start();
        ending.Start();
        Log.Sharing(logger, node.Name, node.Id);
    }

    /// <summary>Claims no more; what runs goes on, and the lease with it.</summary>
    public void StopClaiming()
    {
        claiming.Stop();
        rounds.GiveBackWaiting();
    }

    /// <summary>Writes the last ends and leaves; after the runs have ended.</summary>
    public void Leave()
    {
        ending.Stop();
        beating.Stop();
        try
        {
            ledger.Flush();
            claims.Leave(node);
        }
        catch (Exception away)
        {
            Quietly.Do(() => Log.LeftWithoutWord(logger, node.Name, ledger.Count, options.Nodes.Lease, away));
        }
    }

    /// <summary>Claims a job for a person.</summary>
    /// <returns>The run to start; null when it runs on some server, this server's definition is not the one in force, or its lease has run out.</returns>
    /// <exception cref="ConnectorException">The store is away.</exception>
    public JobLaunch? ClaimNow(JobSlot slot, string? startedBy)
    {
        try
        {
            return rounds.ClaimNow(slot, startedBy);
        }
        catch (Exception away)
        {
            throw new ConnectorException(
                new ConnectorError(ConnectorErrorCode.Unavailable, $"Job '{slot.Job.Id}' was not started: the database that the servers share does not answer. Try again when it does.")
                {
                    MessageRu = $"Задание '{slot.Job.Id}' не запущено: общая база данных серверов не отвечает. Повторите, когда она ответит.",
                },
                away);
        }
    }

    public void Dispose()
    {
        claiming.Dispose();
        ending.Dispose();
        beating.Dispose();
    }

    internal TimeSpan Beat()
    {
        if (beat.Beat()) claiming.Wake();
        return options.Nodes.Beat;
    }

    internal TimeSpan Round()
    {
        var wait = rounds.Round();
        if (viewed is { } last && time.GetElapsedTime(last) < options.Nodes.View) return wait;
        view.Read();
        viewed = time.GetTimestamp();
        return wait;
    }

    private GuardedLoop Loop(string what, Func<TimeSpan> step) => new(
        $"Server jobs, {what}",
        step,
        fault => Log.SharedStoreAway(logger, what, fault),
        () => Log.SharedStoreBack(logger, what));
}
