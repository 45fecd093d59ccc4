using Cleverence.Connectivity;

namespace Samples;

/// <summary>The smallest connector: two methods that call nobody.</summary>
[Connector("Hello")]
public sealed class HelloConnector(TimeProvider? time = null) : Connector
{
    private int greeted;

    [ConnectorMethod]
    public ConnectorRecord Greet(string name = "world") =>
        new() { { "text", $"Hello, {name}!" }, { "number", (long)Interlocked.Increment(ref greeted) } };

    [ConnectorMethod("Который час", Class = "Справка", Aliases = ["Time"], Safety = MethodSafety.Safe)]
    public DateTimeOffset Time([ConnectorParameter("сдвиг в часах")] int hours = 0) =>
        (time ?? TimeProvider.System).GetUtcNow().ToOffset(TimeSpan.FromHours(hours));
}
