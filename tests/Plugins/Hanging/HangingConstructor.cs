using Cleverence.Connectivity;

namespace Hanging;

[Connector("HangingConstructor")]
public sealed class HangingConstructor : Connector
{
    public HangingConstructor() => Thread.Sleep(Timeout.Infinite);
}
