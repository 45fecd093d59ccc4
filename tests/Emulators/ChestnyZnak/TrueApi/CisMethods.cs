namespace Emulators.ChestnyZnak;

internal static class CisMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
