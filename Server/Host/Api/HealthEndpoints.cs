using Connectors.Exchange;
using Server.OpenApi;
using ServerJobs;

namespace Server.Api;

/// <summary><c>/health/live</c> and <c>/health/ready</c>, without a key.</summary>
internal static class HealthEndpoints
{
    // A start later than this is a failure, not a busy moment.
    private static readonly TimeSpan JobPatience = TimeSpan.FromSeconds(5);
    private const int MostNames = 10;

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var lifetime = app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var jobs = app.ServiceProvider.GetRequiredService<JobAdmin>();
        var signers = app.ServiceProvider.GetRequiredService<ISignersStatus>();

        app.MapGet("/health/live", context => Answers.WriteBodyAsync(context, new HealthBody(true, null)))
            .Described("Live", "Health", "Answers as long as the process serves.").Answers<HealthBody>();

        app.MapGet("/health/ready", context =>
        {
            var reason = ReasonOf(lifetime, jobs);
            return Answers.WriteBodyAsync(context, new HealthBody(reason is null, reason, WarningOf(signers)), reason is null ? 200 : 503);
        }).Described("Ready", "Health", "Answers 200 when calls are taken and no job is late; otherwise 503 and the reason: a word, and the names of the jobs that are late.").Answers<HealthBody>().Answers<HealthBody>(503);
    }

    private static string? WarningOf(ISignersStatus signers) => signers.CertificatesEnding is > 0 and var count ? $"certificates-ending: {count}" : null;

    private static string? ReasonOf(IHostApplicationLifetime lifetime, JobAdmin jobs)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "stopping";
        if (!lifetime.ApplicationStarted.IsCancellationRequested) return "starting";
        var stopped = jobs.SinceLoopLooked > JobPatience;
        var late = jobs.DueButNotFired(JobPatience);
        if (late.Count == 0) return stopped ? "jobs-stopped" : null;
        return $"{(stopped ? "jobs-stopped" : "jobs-late")}: {string.Join(", ", late.Take(MostNames))}{(late.Count > MostNames ? $" and {late.Count - MostNames} more" : "")}";
    }
}
