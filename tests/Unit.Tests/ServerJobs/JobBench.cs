using Microsoft.Extensions.Logging;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

/// <summary>All of server jobs on a manual clock, without the loop's thread: a test pumps by hand, so the grid is exact.</summary>
internal sealed class JobBench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-test-").FullName;
    private readonly ILoggerFactory loggers;

    public JobBench(IJobStore? store = null, ManualTimeProvider? time = null)
    {
        Time = time ?? new ManualTimeProvider();
        Store = store ?? Memory;
        Capture = new JobLogCapture(Time);
        loggers = LoggerFactory.Create(builder => builder.AddProvider(Logger).AddProvider(Capture));
        Table = new JobTable(new JobTiming(Options, Time), Time, Keys, loggers.CreateLogger<JobTable>());
        Metrics = new JobMetrics(Table);
        Journal = new JobJournal(Store, Options, Time, loggers.CreateLogger<JobJournal>());
        var runner = new JobRunner(new JobCaller(Invoker, Time), Journal, Metrics, Capture, Options, Time, loggers.CreateLogger<JobRunner>());
        Runs = new JobRuns(Table, runner, new ProgressKeeper(Table, Journal, Time), Options, Time, loggers.CreateLogger<JobRuns>());
        Scheduler = new JobScheduler(Table, Runs, Time, loggers.CreateLogger<JobScheduler>());
        File = new JobsFile(Options.File = Path.Combine(folder, "jobs.json"), Options.PollInterval, Time, loggers.CreateLogger<JobsFile>());
        Calls = new JobCalls(File, Registry, loggers.CreateLogger<JobCalls>());
        Admin = new JobAdmin(Table, Runs, File, Calls, Store, Time, loggers.CreateLogger<JobAdmin>());
        Service = new JobsService(File, Store, Table, Scheduler, Runs, Journal, Calls, Options, Time, loggers.CreateLogger<JobsService>());
    }

    public ServerJobsOptions Options { get; } = new() { Randomness = () => 0, PhaseStep = TimeSpan.Zero, Ahead = TimeSpan.Zero, NodeName = "node", FirstRunDelay = TimeSpan.FromSeconds(3) };

    public ManualTimeProvider Time { get; }

    public FakeInvoker Invoker { get; } = new();

    public MemoryJobStore Memory { get; } = new();

    public IJobStore Store { get; }

    public RecordingLogger Logger { get; } = new();

    public JobTable Table { get; }

    public CallKeys Keys { get; } = new();

    public JobJournal Journal { get; }

    public JobMetrics Metrics { get; }

    public JobRuns Runs { get; }

    public JobScheduler Scheduler { get; }

    public JobsFile File { get; }

    public JobCalls Calls { get; }

    public FakeRegistry Registry { get; } = new();

    public JobLogCapture Capture { get; }

    public ILoggerFactory Loggers => loggers;

    public JobAdmin Admin { get; }

    public JobsService Service { get; }

    public static ServerJob Job(string id, string period) => new(id, $"Имя {id}", new("Склад", "Получить остатки"), JobPeriod.Parse(period, id));

    /// <summary>A job by a calendar in Europe/Moscow.</summary>
    public static ServerJob Calendar(string id, string json) =>
        new(id, $"Имя {id}", new("Склад", "Получить остатки"), JobTimetable.By(CalendarOf(json), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));

    /// <summary>Moves the clock and starts what is due, then waits until the runs started have ended.</summary>
    public async Task StepAsync(double seconds)
    {
        Step(seconds);
        await IdleAsync();
    }

    /// <summary>Moves the clock and starts what is due.</summary>
    public void Step(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        Scheduler.Pump();
    }

    public Task IdleAsync() => Eventually.Become(() => Admin.List().All(job => !job.Running), "the end of all runs");

    private static CalendarSchedule CalendarOf(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return CalendarJson.Read(document.RootElement, "", (path, _, expected, _) => throw new FormatException($"{path}: {expected}"))!;
    }

    public void Dispose()
    {
        Scheduler.Dispose();
        File.Dispose();
        Runs.Dispose();
        Metrics.Dispose();
        loggers.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
