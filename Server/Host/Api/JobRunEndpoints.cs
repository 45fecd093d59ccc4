using Server.Access;
using Server.OpenApi;
using ServerJobs;

namespace Server.Api;

/// <summary><c>/api/v1/jobs/runs</c>: the runs of all jobs, with filters, and one run whole.</summary>
internal static class JobRunEndpoints
{
    public static void MapJobRuns(this IEndpointRouteBuilder app)
    {
        var jobs = app.ServiceProvider.GetRequiredService<JobAdmin>();
        var store = app.ServiceProvider.GetRequiredService<IJobStore>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/jobs/runs", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var runs = await jobs.HistoryAsync(RunFilter.Read(context.Request), context.RequestAborted);
            await Answers.WriteBodyAsync(context, new RunList([.. runs.Select(run => RunBody.Of(run, caller.Language))]));
        }).Described("ListRuns", "Jobs", "Lists the runs of all jobs, newest first.").Queries(RunFilter.Names).Answers<RunList>().Fails(400, 401, 403, 429);

        app.MapGet("/api/v1/jobs/runs/{runId}", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var id = (string)context.Request.RouteValues["runId"]!;
            var run = await store.FindAsync(id, context.RequestAborted) ?? throw new ApiException(Unknown(id));
            await Answers.WriteBodyAsync(context, RunDetails.Of(run, caller.Language));
        }).Described("GetRun", "Jobs", "Shows a run with its messages, its log lines and the full text of its error.").Answers<RunDetails>().Fails(401, 403, 404, 429);

        app.MapGet("/api/v1/jobs/runs/export", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            await new RunExport(jobs, context, caller.Language).WriteAsync(RunFilter.Read(context.Request, forExport: true));
        }).Described("ExportRuns", "Jobs", "Writes the runs as a table of comma-separated values (`format=csv`, for Excel) or as a list (`format=json`).", "Semicolons stand between the values when Accept-Language asks for Russian.")
            .Queries(RunFilter.ExportNames).Answers<IReadOnlyList<RunBody>>().AnswersFile(RunExport.Csv).Fails(400, 401, 403, 429);
    }

    private static ApiError Unknown(string id) => ApiError.NotFound($"There is no run '{id}'; old ones are removed. GET /api/v1/jobs/runs lists them.", $"Нет выполнения «{id}»; старые удаляются. Список — GET /api/v1/jobs/runs.");
}
