using System.ComponentModel;
using System.Text.Json;
using ServerJobs;

namespace Server.Api;

/// <summary>A job: what the file says and how it stands.</summary>
internal sealed record JobDetails(
    [property: Description("The revision of the file; a change names it in If-Match.")] string Revision,
    [property: Description("The job's entry in the file; null when it has just been taken out.")] JsonElement? Definition,
    [property: Description("What is wrong with the entry; while anything is, the job does not run.")] IReadOnlyList<string> Problems,
    [property: Description("How the job stands; null while its entry is wrong.")] JobBody? Job)
{
    public static JobDetails Of(JobsFileView view, JobSummary? job, string? language) => new(
        view.Revision,
        view.Entry,
        [.. view.Problems.Select(problem => language == "ru" ? problem.MessageRu : problem.Message)],
        job is null ? null : JobBody.Of(job, language));
}
