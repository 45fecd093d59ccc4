namespace Emulators.ChestnyZnak;

internal static class CisSearch
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
