namespace Emulators.ChestnyZnak;

internal static class ReportProcessing
{
    public static void Advance(World world)
    {
    }
}
