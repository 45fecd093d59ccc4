namespace Emulators.ChestnyZnak;

internal static class ReportMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
