using Cleverence.Connectivity;

namespace ThrowingAtLoad;

[Connector("ThrowingAtLoad")]
public sealed class ThrowingAtLoadConnector : Connector
{
    [ConnectorMethod]
    public string Ping() => "pong";
}
