namespace Server.Logging;

/// <summary>The logger of one category.</summary>
internal sealed class OutputLogger(string category, OutputLog log) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) log.Write(category, logLevel, eventId, formatter(state, exception), exception);
    }
}
