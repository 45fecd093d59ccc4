using Server.Access;
using Server.OpenApi;
using ServerJobs;

namespace Server.Api;

/// <summary><c>/api/v1/jobs/lock</c>: the lock of all jobs of the base (блокировка регламентных заданий), and the cancelling of runs.</summary>
internal static class JobLockEndpoints
{
    public static void MapJobLock(this IEndpointRouteBuilder app)
    {
        var jobs = app.ServiceProvider.GetRequiredService<JobAdmin>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/jobs/lock", context =>
        {
            admission.AdmitUnlimited(context);
            return Answers.WriteBodyAsync(context, new JobLockBody(jobs.Lock is not null, jobs.Lock));
        }).Described("GetJobLock", "Jobs", "Tells whether all jobs are locked, by whom and why.").Answers<JobLockBody>().Fails(401, 403, 429);

        app.MapPost("/api/v1/jobs/lock", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            await JobEndpoints.WriteAsync(context, caller, await jobs.LockAsync(ApiQuery.Text(context.Request, "reason") ?? "", caller.Key.Name, context.RequestAborted));
        }).Described("LockJobs", "Jobs", "Locks all jobs: nothing starts by its schedule; a person may still start a job.").Queries("reason").Answers<JobAnswer>().Fails(401, 403, 429);

        app.MapPost("/api/v1/jobs/unlock", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            await JobEndpoints.WriteAsync(context, caller, await jobs.UnlockAsync(caller.Key.Name, context.RequestAborted));
        }).Described("UnlockJobs", "Jobs", "Takes the lock of all jobs away.").Answers<JobAnswer>().Fails(401, 403, 429);

        app.MapPost("/api/v1/jobs/runs/{runId}/cancel", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            await JobEndpoints.WriteAsync(context, caller, await jobs.CancelAsync((string)context.Request.RouteValues["runId"]!, caller.Key.Name, context.RequestAborted));
        }).Described("CancelRun", "Jobs", "Asks a run to stop; its job is free when the call has really ended. A run that has ended is a `Conflict`.").Answers<JobAnswer>().Fails(401, 403, 404, 409, 429);
    }
}
