namespace Emulators.ChestnyZnak;

internal static class TransferMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
