using Cleverence.Connectivity;

namespace Operations;

public sealed class BrokenOperations
{
    public BrokenOperations() => throw new InvalidOperationException("BrokenOperations cannot be built.");

    [ServerOperation("Broken")]
    public void Run()
    {
    }
}
