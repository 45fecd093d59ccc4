using System.Runtime.CompilerServices;

namespace ThrowingAtLoad;

internal static class Initializer
{
    [ModuleInitializer]
    internal static void Run() => throw new InvalidOperationException("ThrowingAtLoad refuses to load.");
}
