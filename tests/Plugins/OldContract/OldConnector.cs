using Cleverence.Connectivity;

namespace OldContract;

public sealed class OldConnector : IAsyncConnector
{
    public string Name => "old";
}
