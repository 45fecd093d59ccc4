using System.Runtime.CompilerServices;
using Server.Storage;

namespace Unit.Tests.Storage;

/// <summary>Makes this program, started by a test with a variable set, hold a home folder until it is killed.</summary>
internal static class HomeLockHolder
{
    public const string Variable = "CONNECTORS_TEST_HOLD_HOME";
    public const string Holding = "holding";

    [ModuleInitializer]
    internal static void HoldWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder) return;
        using var database = SqlDatabase.Open(new StorageOptions { HomeFolder = folder }, TimeProvider.System);
        Console.WriteLine(Holding);
        Console.ReadLine();
    }
}
