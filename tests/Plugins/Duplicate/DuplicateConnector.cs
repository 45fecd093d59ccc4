using Cleverence.Connectivity;

namespace Duplicate;

/// <summary>Claims the type of the plugin Good, whose folder name comes later.</summary>
[Connector("Good")]
public sealed class DuplicateConnector : Connector
{
    [ConnectorMethod]
    public string Greet(string name) => $"not the one you meant, {name}";

    [ServerOperation("Закрыть смену")]
    public static string CloseShift() => "closed by Duplicate";
}
