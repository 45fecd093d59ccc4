namespace Emulators.ChestnyZnak;

internal static class WaitingMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
