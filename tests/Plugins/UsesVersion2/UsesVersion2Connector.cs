using Cleverence.Connectivity;
using SharedName;

namespace UsesVersion2;

[Connector("UsesVersion2")]
public sealed class UsesVersion2Connector : Connector
{
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public string WhichVersion() => $"{Library.Version} {typeof(Library).Assembly.GetName().Version}";
}
