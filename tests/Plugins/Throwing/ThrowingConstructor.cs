using Cleverence.Connectivity;

namespace Throwing;

[Connector("ThrowingConstructor")]
public sealed class ThrowingConstructor : Connector
{
    public ThrowingConstructor() => throw new InvalidOperationException("The constructor of ThrowingConstructor always fails.");
}
