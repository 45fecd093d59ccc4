using System.Text.Json.Nodes;

namespace Faults.Schedule;

/// <summary>Texts of <c>jobs.json</c>.</summary>
internal static class Jobs
{
    public const string Healthy = "healthy";

    /// <summary>So many healthy jobs, every third of two seconds, the others of one.</summary>
    public static IEnumerable<JsonObject> Of(int count, string prefix = Healthy) =>
        Enumerable.Range(1, count).Select(number => Period($"{prefix}-{number:000}", $"Ticks:{prefix}-{number:000}", number % 3 == 0 ? 2 : 1));

    public static JsonObject Period(string id, string call, int seconds) => new() { ["id"] = id, ["call"] = call, ["period"] = $"00:00:{seconds:00}" };

    public static string File(IEnumerable<JsonObject> jobs) => new JsonObject { ["jobs"] = new JsonArray([.. jobs]) }.ToJsonString(new() { WriteIndented = true });
}
