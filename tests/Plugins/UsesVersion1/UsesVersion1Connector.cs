using Cleverence.Connectivity;
using SharedName;

namespace UsesVersion1;

[Connector("UsesVersion1")]
public sealed class UsesVersion1Connector : Connector
{
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public string WhichVersion() => $"{Library.Version} {typeof(Library).Assembly.GetName().Version}";
}
