using System.Diagnostics.CodeAnalysis;
using Connectors.Hosting;

namespace Unit.Tests.Host.Operations;

/// <summary>A server whose plugins bring no operations.</summary>
internal sealed class NoOperations : IServerOperations
{
    public IReadOnlyList<ServerOperationInfo> List => [];

    public bool TryTake(string name, [NotNullWhen(true)] out ServerOperationLease? lease)
    {
        lease = null;
        return false;
    }
}
