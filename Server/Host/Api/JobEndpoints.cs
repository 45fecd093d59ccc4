using Cleverence.Connectivity;
using Server.Access;
using Server.OpenApi;
using ServerJobs;

namespace Server.Api;

/// <summary><c>/api/v1/jobs</c>: list, run now, pause, resume, history.</summary>
internal static class JobEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.ServiceProvider.GetRequiredService<JobAdmin>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/jobs", context =>
        {
            var caller = admission.AdmitUnlimited(context);
            return Answers.WriteBodyAsync(context, JobList.Of(jobs, caller.Language));
        }).Described("ListJobs", "Jobs", "Lists the server jobs.").Answers<JobList>().Fails(401, 403, 429);

        app.MapPost("/api/v1/jobs/{id}/run", context =>
        {
            var caller = admission.AdmitAdmin(context);
            return WriteAsync(context, caller, jobs.RunNow(IdOf(context), caller.Key.Name));
        }).Described("RunJob", "Jobs", "Starts a job now, beside its schedule.").Answers<JobAnswer>().Fails(401, 403, 404, 409, 429, 503);

        app.MapPost("/api/v1/jobs/{id}/pause", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            await WriteAsync(context, caller, await jobs.PauseAsync(IdOf(context), ApiQuery.Text(context.Request, "reason") ?? "", ApiQuery.Moment(context.Request, "until"), caller.Key.Name, context.RequestAborted));
        }).Described("PauseJob", "Jobs", "Pauses a job until it is resumed, or until a moment (`until`, in the future). `reason` says why and is required.").Queries("reason", "until").Answers<JobAnswer>().Fails(400, 401, 403, 404, 429);

        app.MapPost("/api/v1/jobs/{id}/resume", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            await WriteAsync(context, caller, await jobs.ResumeAsync(IdOf(context), caller.Key.Name, context.RequestAborted));
        }).Described("ResumeJob", "Jobs", "Ends the pause of a job; one that stands in the file stays (`Conflict`).").Answers<JobAnswer>().Fails(401, 403, 404, 409, 429);

        app.MapGet("/api/v1/jobs/{id}/runs", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var query = new JobRunQuery(ApiQuery.Limit(context.Request, DefaultLimit, MaxLimit)) { JobId = IdOf(context), Before = ApiQuery.Text(context.Request, "before") };
            var runs = await jobs.HistoryAsync(query, context.RequestAborted);
            await Answers.WriteBodyAsync(context, new RunList([.. runs.Select(run => RunBody.Of(run, caller.Language))]));
        }).Described("ListJobRuns", "Jobs", "Lists the runs of a job, newest first.").Queries("limit", "before").Answers<RunList>().Fails(400, 401, 403, 429);
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    public static Task WriteAsync(HttpContext context, ApiCaller caller, JobReply reply)
    {
        var russian = caller.Language == "ru";
        return reply.Verdict switch
        {
            JobVerdict.NotFound => throw new ApiException(ApiError.NotFound(reply.Message, reply.MessageRu)),
            JobVerdict.Invalid => throw new ApiException(ApiError.Invalid(reply.Message, reply.MessageRu)),
            JobVerdict.AlreadyRunning or JobVerdict.AlreadyEnded or JobVerdict.HeldByFile => throw Refused(ConnectorErrorCode.Conflict, reply),
            JobVerdict.Stopping => throw Refused(ConnectorErrorCode.Unavailable, reply),
            _ => Answers.WriteBodyAsync(context, new JobAnswer(true, russian ? reply.MessageRu : reply.Message, reply.RunId)),
        };
    }

    private static ConnectorException Refused(ConnectorErrorCode code, JobReply reply) =>
        new(new ConnectorError(code, reply.Message) { MessageRu = reply.MessageRu, Retryable = true });
}
