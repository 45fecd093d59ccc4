using System.ComponentModel;
using ServerJobs;

namespace Server.Api;

/// <summary>All jobs, and what is wrong with their file.</summary>
internal sealed record JobList(
    IReadOnlyList<JobBody> Jobs,
    [property: Description("What is wrong with the file and with its entries, and calls that lead nowhere.")] IReadOnlyList<string> Problems,
    [property: Description("The lock of all jobs; null for none.")] JobLock? Lock,
    [property: Description("The zone of the calendar schedules; null when the file names none.")] string? TimeZone)
{
    public static JobList Of(JobAdmin jobs, string? language)
    {
        var russian = language == "ru";
        var entries = jobs.Problems.Concat(jobs.CallProblems).Select(problem => russian ? problem.MessageRu : problem.Message);
        var file = jobs.FileTrouble is { } trouble ? new[] { russian ? trouble.MessageRu : trouble.Message } : [];
        return new JobList([.. jobs.List().Select(job => JobBody.Of(job, language))], [.. file, .. entries], jobs.Lock, jobs.Zone?.Id);
    }
}
