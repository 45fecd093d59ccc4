namespace Emulators.ChestnyZnak;

internal static class WarehouseMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
