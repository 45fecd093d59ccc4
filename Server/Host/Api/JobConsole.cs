namespace Server.Api;

/// <summary>Everything under <c>/api/v1/jobs</c>.</summary>
internal static class JobConsole
{
    public static void MapJobConsole(this IEndpointRouteBuilder app)
    {
        app.MapJobs();
        app.MapJobRuns();
        app.MapJobEdits();
        app.MapJobSchedules();
        app.MapJobLock();
    }
}
