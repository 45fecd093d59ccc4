using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;
using Server.Access;
using Server.OpenApi;
using ServerJobs;

namespace Server.Api;

/// <summary>The timetables of jobs: the next starts, the XML form of 1C, the time zone of the file.</summary>
internal static class JobScheduleEndpoints
{
    private const string Xml = "application/xml";
    private const int DefaultCount = 10;
    private const int MaxCount = 100;

    public static void MapJobSchedules(this IEndpointRouteBuilder app)
    {
        var jobs = app.ServiceProvider.GetRequiredService<JobAdmin>();
        var editor = app.ServiceProvider.GetRequiredService<JobsFileEditor>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();
        var time = app.ServiceProvider.GetRequiredService<TimeProvider>();

        app.MapGet("/api/v1/jobs/{id}/preview", context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var count = ApiQuery.Whole(context.Request, "count", DefaultCount, MaxCount);
            var timetable = JobTimetableText.Read(EntryOf(editor, context), JobEditAnswers.Read(editor.ReadRoot).TimeZone, caller.Language);
            var (from, last) = PreviewPlace.Of(jobs.Find(IdOf(context)), timetable.Period, time.GetUtcNow());
            return Answers.WriteBodyAsync(context, JobPreview.Of(timetable, from, count, TimeSpan.Zero, last, caller.Language));
        }).Described("PreviewJob", "Jobs", "Shows the next starts of a job, as if it were switched on.").Queries("count").Answers<JobPreview>().Fails(400, 401, 403, 404, 409, 429);

        app.MapPost("/api/v1/jobs/preview", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var wish = PreviewWish.Of(await JobBodies.ReadAsync(context));
            var timetable = JobTimetableText.Read(wish.Body, wish.TimeZone ?? JobEditAnswers.Read(editor.ReadRoot).TimeZone, caller.Language);
            await Answers.WriteBodyAsync(context, JobPreview.Of(timetable, wish.From ?? time.GetUtcNow(), wish.Count, wish.RunTime, default, caller.Language));
        }).Described("PreviewSchedule", "Jobs", "Shows the next starts of a timetable that is not saved.").Takes<JobPreviewBody>().Answers<JobPreview>().Fails(400, 401, 403, 409, 413, 415, 429);

        app.MapGet("/api/v1/jobs/{id}/schedule.xml", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var id = IdOf(context);
            if (!EntryOf(editor, context).TryGetProperty("schedule", out var value)) throw OnPeriod(id);
            var schedule = JobTimetableText.ReadSchedule(value, caller.Language);
            JobEditAnswers.Tag(context, JobEditAnswers.Read(() => editor.Read(id)).Revision);
            context.Response.ContentType = $"{Xml}; charset=utf-8";
            await context.Response.WriteAsync(CalendarXml.Write(schedule), Encoding.UTF8, context.RequestAborted);
        }).Described("GetJobScheduleXml", "Jobs", "Gives the calendar schedule of a job in the XML form of 1C.").AnswersFile(Xml).Fails(400, 401, 403, 404, 409, 429);

        app.MapPut("/api/v1/jobs/{id}/schedule.xml", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var revision = ApiHeaders.ReadRevision(context.Request, required: true);
            var schedule = await RequestBody.ReadAsync(context, static body => ReadXml(new MemoryStream(System.Buffers.BuffersExtensions.ToArray(body))));
            await JobEditAnswers.WriteAsync(context, caller, editor.SetSchedule(IdOf(context), JsonSerializer.SerializeToElement(CalendarJson.Write(schedule)), revision, caller.Key.Name));
        }).Described("SetJobScheduleXml", "Jobs", "Gives a job the calendar schedule of an XML file of 1C, in place of its period or schedule.").ChangesFile().TakesFile(Xml, "text/xml").Answers<JobEditAnswer>().Fails(400, 401, 403, 404, 409, 413, 415, 429, 503);

        app.MapPut("/api/v1/jobs/time-zone", async context =>
        {
            var caller = admission.AdmitAdmin(context);
            var zone = JobBodies.Text(await JobBodies.ReadAsync(context), "timeZone", required: true, ["timeZone"])!;
            await JobEditAnswers.WriteAsync(context, caller, editor.SetTimeZone(zone, ApiHeaders.ReadRevision(context.Request, required: false), caller.Key.Name));
        }).Described("SetTimeZone", "Jobs", "Sets the time zone in which all calendar schedules work.").ChangesFile().Takes<TimeZoneBody>().Answers<JobEditAnswer>().Fails(400, 401, 403, 409, 413, 415, 429, 503);
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static JsonElement EntryOf(JobsFileEditor editor, HttpContext context)
    {
        var id = IdOf(context);
        return JobEditAnswers.Read(() => editor.Read(id)).Entry ?? throw new ApiException(ApiError.NotFound($"The job file has no job '{id}'. GET /api/v1/jobs lists them.", $"В файле заданий нет задания «{id}». Список — GET /api/v1/jobs."));
    }

    private static CalendarSchedule ReadXml(Stream body)
    {
        try
        {
            return CalendarXml.Read(body);
        }
        catch (CalendarFormatException wrong)
        {
            throw new ApiException(ApiError.Invalid(wrong.Message, wrong.MessageRu));
        }
    }

    private static ConnectorException OnPeriod(string id) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"Job '{id}' starts on a period and has no calendar schedule.") { MessageRu = $"Задание «{id}» запускается по периоду, расписания у него нет.", Reason = "NoSchedule" });
}
