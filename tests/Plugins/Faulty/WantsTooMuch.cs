using Cleverence.Connectivity;

namespace Faulty;

[Connector("WantsTooMuch")]
public sealed class WantsTooMuch(IServiceProvider services, IComparable<string> other) : Connector
{
    [ConnectorMethod]
    public string Get() => $"{services} {other}";
}
