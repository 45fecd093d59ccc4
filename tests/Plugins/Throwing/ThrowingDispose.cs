using Cleverence.Connectivity;

namespace Throwing;

[Connector("ThrowingDispose")]
public sealed class ThrowingDispose : Connector, IDisposable
{
    [ConnectorMethod]
    public string Ping() => "pong";

    public void Dispose() => throw new InvalidOperationException("ThrowingDispose cannot be disposed.");
}
