using System.Reflection;

namespace Benchmarks.CheckForSale;

/// <summary>Stands in for services that a check does not touch.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class Unused : DispatchProxy
{
    public static T Of<T>()
        where T : class => Create<T, Unused>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException($"{targetMethod?.Name} is not part of a check.");
}
