using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServerJobs;

/// <summary>Gives the log lines written during a run to the run, wherever its call goes: the run flows with the execution context, onto threads of connectors too.</summary>
[ProviderAlias("JobRuns")]
internal sealed class JobLogCapture(TimeProvider time) : ILoggerProvider
{
    // One line for every call, and lines of this room: the run itself says the same.
    private const string CallLines = "Connectors.Hosting.InvokeTelemetry", OwnLines = "ServerJobs.";
    private readonly AsyncLocal<RunNotes?> current = new();

    /// <summary>The notes of the run that this code belongs to; null outside of runs. Set it in an async method: it goes back by itself.</summary>
    public RunNotes? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    public DateTimeOffset Now => time.GetLocalNow();

    public ILogger CreateLogger(string categoryName) =>
        categoryName == CallLines || categoryName.StartsWith(OwnLines, StringComparison.Ordinal) ? NullLogger.Instance : new JobLogger(categoryName, this);

    public void Dispose()
    {
        // Nothing is held.
    }
}
