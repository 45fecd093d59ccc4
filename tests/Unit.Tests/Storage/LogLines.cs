using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Server.Storage;

namespace Unit.Tests.Storage;

/// <summary>Keeps what the storage logs.</summary>
internal sealed class LogLines : ILogger<SqlDatabase>
{
    private readonly ConcurrentQueue<(EventId Event, string Text)> lines = new();

    public IReadOnlyList<string> Of(int eventId) => [.. lines.Where(line => line.Event.Id == eventId).Select(line => line.Text)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue((eventId, formatter(state, exception)));
}
