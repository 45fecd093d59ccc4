using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace NewerExtensions;

[Connector("NewerExtensions")]
public sealed class NewerConnector : Connector
{
    [ConnectorMethod]
    public string Get() => Newer.Text;
}
