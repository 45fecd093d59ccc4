using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Unit.Tests.Egais;

/// <summary>A log that keeps its records.</summary>
internal sealed class HeldLog : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> records = new();

    public IReadOnlyList<(LogLevel Level, string Text)> Records => [.. records];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => records.Enqueue((logLevel, formatter(state, exception)));
}
