using System.ComponentModel;
using Cleverence.Connectivity;
using ServerJobs;

namespace Server.Api;

/// <summary>A run, whole.</summary>
internal sealed record RunDetails(
    RunBody Run,
    [property: Description("What the method told the person who waits, in order.")] IReadOnlyList<UserMessage> Messages,
    [property: Description("What was logged during the run, oldest first.")] IReadOnlyList<string> LogLines,
    [property: Description("The full text of the error.")] string? Detail)
{
    public static RunDetails Of(JobRun run, string? language) => new(RunBody.Of(run, language), run.Messages, run.LogLines, run.Detail);
}
