namespace Emulators.ChestnyZnak;

internal static class ReceiptMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
