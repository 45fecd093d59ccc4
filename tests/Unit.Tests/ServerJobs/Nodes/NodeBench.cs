using Microsoft.Extensions.Logging;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

/// <summary>One of several servers on a timetable in memory, without its threads: a test beats and claims by hand.</summary>
internal sealed class NodeBench : IDisposable
{
    private readonly ILoggerFactory loggers;
    private readonly JobsFile file;
    private readonly JobMetrics metrics;

    public NodeBench(string name, MemoryJobClaims claims, MemoryJobStore store, TimeProvider time)
    {
        loggers = LoggerFactory.Create(builder => builder.AddProvider(Logger));
        Node = new JobNode($"{name}-1", name);
        Options.NodeName = name;
        Ledger = new ClaimLedger(claims, Node, loggers.CreateLogger<ClaimLedger>());
        Table = new JobTable(new JobTiming(Options, time), time);
        Table.Share();
        metrics = new JobMetrics(Table);
        var journal = new JobJournal(new SharedJobStore(store, Ledger), Options, time, loggers.CreateLogger<JobJournal>());
        var runner = new JobRunner(new JobCaller(Invoker, time), journal, metrics, new JobLogCapture(time), Options, time, loggers.CreateLogger<JobRunner>());
        Runs = new JobRuns(Table, runner, new ProgressKeeper(Table, journal, time), Options, time, loggers.CreateLogger<JobRuns>());
        var clock = new DatabaseClock(time);
        var beat = new SharedBeat(claims, Node, Ledger, clock, new DefinitionsOf(Options), Options, loggers.CreateLogger<SharedBeat>());
        var rounds = new SharedRounds(claims, Node, Ledger, clock, Table, Runs, Options, loggers.CreateLogger<SharedRounds>());
        Shared = new SharedScheduler(claims, Node, Table, Ledger, beat, rounds, new SharedView(claims, store, Table, clock, loggers.CreateLogger<SharedView>()), Options, time, loggers.CreateLogger<SharedScheduler>());
        file = new JobsFile(Path.Combine(Path.GetTempPath(), "no-such-jobs.json"), Options.PollInterval, time, loggers.CreateLogger<JobsFile>());
        Admin = new JobAdmin(Table, Runs, file, new JobCalls(file, null, loggers.CreateLogger<JobCalls>()), store, time, loggers.CreateLogger<JobAdmin>(), Shared);
    }

    public ServerJobsOptions Options { get; } = new() { Randomness = () => 0, FirstRunDelay = TimeSpan.FromSeconds(3) };

    public JobNode Node { get; }

    public RecordingLogger Logger { get; } = new();

    public FakeInvoker Invoker { get; } = new();

    public ClaimLedger Ledger { get; }

    public JobTable Table { get; }

    public JobRuns Runs { get; }

    public SharedScheduler Shared { get; }

    public JobAdmin Admin { get; }

    public int Calls => Invoker.Calls.Count;

    /// <summary>Takes a file and registers it.</summary>
    public void Apply(params ServerJob[] jobs)
    {
        Table.Apply(jobs);
        Shared.Apply(jobs);
        Shared.Beat();
    }

    /// <summary>What its threads do in a moment: a word, a round, and the ends of the runs that have ended.</summary>
    public async Task TurnAsync()
    {
        Shared.Beat();
        Shared.Round();
        await SettleAsync();
    }

    /// <summary>Waits for the ends of runs that are not held up, and writes them.</summary>
    public async Task SettleAsync()
    {
        await Eventually.Become(() => Table.Read(slot => slot.Active).All(run => run is null || Held.Contains(run.Id)), "the end of all runs");
        Ledger.Flush();
    }

    /// <summary>Runs whose calls a test holds up.</summary>
    public HashSet<string> Held { get; } = [];

    public bool HasLogged(int id) => Logger.Records.Any(record => record.Id == id);

    public void Dispose()
    {
        Shared.Dispose();
        Runs.Dispose();
        metrics.Dispose();
        file.Dispose();
        loggers.Dispose();
    }
}
