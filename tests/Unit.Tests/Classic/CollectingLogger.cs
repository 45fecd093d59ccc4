using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Unit.Tests.Classic;

internal sealed class CollectingLogger : ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text, Exception? Failure)> Records { get; } = new();

    public IEnumerable<string> Texts => Records.Select(record => record.Text);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Records.Enqueue((logLevel, formatter(state, exception), exception));
}
