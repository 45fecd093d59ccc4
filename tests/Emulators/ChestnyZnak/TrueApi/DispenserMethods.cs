namespace Emulators.ChestnyZnak;

internal static class DispenserMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
