using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The logger of one category for the run in whose call it is used. Outside of runs it is off.</summary>
internal sealed class JobLogger(string category, JobLogCapture capture) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None && capture.Current is not null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel) || capture.Current is not { } notes) return;
        var failure = exception is null ? "" : $" {exception}";
        notes.Write(string.Create(CultureInfo.InvariantCulture, $"{capture.Now:HH:mm:ss.fff} {logLevel} {category}: {formatter(state, exception)}{failure}"));
    }
}
