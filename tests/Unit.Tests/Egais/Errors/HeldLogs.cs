using Microsoft.Extensions.Logging;

namespace Unit.Tests.Egais.Errors;

/// <summary>Everything that is logged, whoever logs it.</summary>
internal sealed class HeldLogs : ILoggerFactory
{
    public HeldLog Held { get; } = new();

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => Held;

    public void Dispose()
    {
        // Nothing is held open.
    }
}
