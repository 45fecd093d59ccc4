namespace Emulators.ChestnyZnak;

internal static class ProductMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
