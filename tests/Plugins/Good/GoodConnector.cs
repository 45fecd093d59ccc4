using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Good;

/// <summary>Does what it says, awaiting and blocking.</summary>
[Connector("Good", Settings = typeof(GoodSettings))]
public sealed class GoodConnector(GoodSettings settings, ILogger<GoodConnector> log, TimeProvider time) : Connector
{
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public async Task<object?> EchoAsync(object? value)
    {
        await Task.Yield();
        return value;
    }

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public object? EchoBlocking(object? value) => value;

    [ConnectorMethod]
    public string Greet(string name)
    {
        log.LogInformation("Greeting at {Time}.", time.GetUtcNow());
        return $"{settings.Greeting}, {name}!";
    }

    [ConnectorMethod]
    public decimal Add(decimal a, decimal b) => a + b;

    [ConnectorMethod]
    public string Secret() => settings.Password;
}
