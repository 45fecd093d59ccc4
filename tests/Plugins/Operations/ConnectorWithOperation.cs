using Cleverence.Connectivity;

namespace Operations;

[Connector("WithOperation")]
public sealed class ConnectorWithOperation : Connector
{
    [ConnectorMethod]
    public string Ping() => "pong";

    [ServerOperation("Of an instance")]
    public void OfAnInstance()
    {
    }

    [ServerOperation("Of the class")]
    public static string OfTheClass() => "static";
}
