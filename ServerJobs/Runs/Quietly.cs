namespace ServerJobs;

/// <summary>For the last line of defence: a log that fails must not fail the run it tells about, and there is nobody left to tell.</summary>
internal static class Quietly
{
    public static void Do(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            System.Diagnostics.Trace.TraceError(failure.ToString());
        }
    }
}
