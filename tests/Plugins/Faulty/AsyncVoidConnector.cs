using Cleverence.Connectivity;

namespace Faulty;

[Connector("AsyncVoid")]
public sealed class AsyncVoidConnector : Connector
{
    [ConnectorMethod]
    public async void Run() => await Task.Yield();
}
