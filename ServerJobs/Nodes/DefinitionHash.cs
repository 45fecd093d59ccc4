using System.Security.Cryptography;
using System.Text.Json;

namespace ServerJobs;

/// <summary>What a job's entry says, as a short text: equal for equal entries, on every server.</summary>
internal static class DefinitionHash
{
    private const int Characters = 32;

    public static string Of(ServerJob job)
    {
        var told = JsonSerializer.SerializeToUtf8Bytes(new
        {
            job.Id,
            job.Name,
            Call = job.Call.ToString(),
            Timetable = job.Timetable.Period?.ToString() ?? CalendarJson.Write(job.Timetable.Calendar!).ToString(),
            Zone = job.Timetable.Zone?.Id,
            job.Key,
            job.Enabled,
            Parameters = job.Parameters.ToString(),
            job.User,
            job.RunAtStart,
            Timeout = job.Timeout?.ToString(),
            job.Retries,
            job.Jitter,
            job.CatchUp,
            job.Pause,
            job.Overlap,
        });
        return Convert.ToHexStringLower(SHA256.HashData(told))[..Characters];
    }
}
