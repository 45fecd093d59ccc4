using System.Text.Json;
using Server.Access;
using Server.OpenApi;
using ServerJobs;

namespace Server.Api;

/// <summary>Jobs as the file defines them: read, add, replace, copy, switch on and off, delete. The file stays the truth: what is done here could be done with an editor.</summary>
internal static class JobEditEndpoints
{
    public static void MapJobEdits(this IEndpointRouteBuilder app)
    {
        var jobs = app.ServiceProvider.GetRequiredService<JobAdmin>();
        var editor = app.ServiceProvider.GetRequiredService<JobsFileEditor>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/jobs/{id}", context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var id = IdOf(context);
            var view = JobEditAnswers.Read(() => editor.Read(id));
            var job = jobs.Find(id);
            if (view.Entry is null && job is null) throw new ApiException(ApiError.NotFound($"There is no job '{id}'. GET /api/v1/jobs lists them.", $"Нет задания «{id}». Список — GET /api/v1/jobs."));
            JobEditAnswers.Tag(context, view.Revision);
            return Answers.WriteBodyAsync(context, JobDetails.Of(view, job, caller.Language));
        }).Described("GetJob", "Jobs", "Shows a job: its entry in the file with the revision, what is wrong with it, and how it stands.").Answers<JobDetails>().Fails(401, 403, 404, 409, 429);

        app.MapPost("/api/v1/jobs", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var entry = await JobBodies.ReadAsync(context);
            RefuseReserved(entry);
            await JobEditAnswers.WriteAsync(context, caller, editor.Add(entry, ApiHeaders.ReadRevision(context.Request, required: false), caller.Key.Name), 201);
        }).Described("AddJob", "Jobs", "Adds a job behind the others.").ChangesFile().Takes<JobEntryBody>().Answers<JobEditAnswer>(201).Fails(400, 401, 403, 409, 413, 415, 429, 503);

        app.MapPut("/api/v1/jobs/{id}", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var revision = ApiHeaders.ReadRevision(context.Request, required: true);
            var entry = await JobBodies.ReadAsync(context);
            await JobEditAnswers.WriteAsync(context, caller, editor.Replace(IdOf(context), entry, revision, caller.Key.Name));
        }).Described("ReplaceJob", "Jobs", "Replaces a job's entry. Its id stays.").ChangesFile().Takes<JobEntryBody>().Answers<JobEditAnswer>().Fails(400, 401, 403, 404, 409, 413, 415, 429, 503);

        app.MapDelete("/api/v1/jobs/{id}", context => Edit(context, admission, (id, revision, by) => editor.Delete(id, revision, by)))
            .Described("DeleteJob", "Jobs", "Takes a job out of the file; its history stays. A predefined one stays (`Conflict`).").ChangesFile().Answers<JobEditAnswer>().Fails(401, 403, 404, 409, 429, 503);

        app.MapPost("/api/v1/jobs/{id}/enable", context => Edit(context, admission, (id, revision, by) => editor.Enable(id, true, revision, by)))
            .Described("EnableJob", "Jobs", "Switches a job's schedule on.").ChangesFile().Answers<JobEditAnswer>().Fails(401, 403, 404, 409, 429, 503);

        app.MapPost("/api/v1/jobs/{id}/disable", context => Edit(context, admission, (id, revision, by) => editor.Enable(id, false, revision, by)))
            .Described("DisableJob", "Jobs", "Switches a job's schedule off; a run that is going ends as usual.").ChangesFile().Answers<JobEditAnswer>().Fails(401, 403, 404, 409, 429, 503);

        app.MapPost("/api/v1/jobs/{id}/copy", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var wish = await JobBodies.ReadAsync(context);
            RefuseReserved(wish);
            var (newId, title) = (JobBodies.Text(wish, "id", required: true, ["id", "title"])!, JobBodies.Text(wish, "title", required: false, ["id", "title"]));
            await JobEditAnswers.WriteAsync(context, caller, editor.Copy(IdOf(context), newId, title, ApiHeaders.ReadRevision(context.Request, required: false), caller.Key.Name), 201);
        }).Described("CopyJob", "Jobs", "Adds a copy of a job under another id, switched off.").ChangesFile().Takes<JobCopyBody>().Answers<JobEditAnswer>(201).Fails(400, 401, 403, 404, 409, 413, 415, 429, 503);
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static Task Edit(HttpContext context, Admission admission, Func<string, string?, string, JobsEditReply> edit)
    {
        var caller = admission.AdmitAdmin(context);
        return JobEditAnswers.WriteAsync(context, caller, edit(IdOf(context), ApiHeaders.ReadRevision(context.Request, required: false), caller.Key.Name));
    }

    // These are addresses beside the jobs: a job of such an id could be made and never be read.
    private static void RefuseReserved(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String) return;
        if (id.GetString()!.Trim().ToLowerInvariant() is not ("runs" or "lock" or "unlock" or "preview" or "time-zone")) return;
        throw new ApiException(ApiError.Invalid($"The id '{id.GetString()}' is an address of the API. Choose another one.", $"Идентификатор «{id.GetString()}» занят адресом API. Выберите другой."));
    }
}
