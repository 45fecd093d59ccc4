using Cleverence.Connectivity;

namespace Echo;

/// <summary>The smallest work a connector can do: what is left of a call's cost is the server's.</summary>
[Connector("Echo")]
public sealed class EchoConnector : Connector
{
    [ConnectorMethod]
    public ValueTask<string> EchoAsync(string text) => new(text);

    [ConnectorMethod]
    public string EchoBlocking(string text) => text;

    /// <summary>The bytes the process has allocated so far.</summary>
    [ConnectorMethod]
    public ValueTask<long> AllocatedAsync() => new(GC.GetTotalAllocatedBytes());
}
