using Cleverence.Connectivity;

namespace Hanging;

/// <summary>Lets every hung call go: a connector all of whose places are taken cannot be told itself.</summary>
[Connector("Release")]
public sealed class ReleaseConnector : Connector
{
    [ConnectorMethod]
    public void LetGo() => HangingConnector.LetAllGo();
}
