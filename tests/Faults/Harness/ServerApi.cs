using System.Globalization;
using System.Text;
using System.Text.Json;
using Faults.Judge;

namespace Faults.Harness;

/// <summary>What a server tells over HTTP.</summary>
internal sealed class ServerApi(Uri address, string key) : IDisposable
{
    private const int Readings = 3;
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(15), DefaultRequestHeaders = { { "X-Api-Key", key } } };

    /// <summary>The jobs as the list shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> JobsAsync() => [.. (await GetAsync("/api/v1/jobs")).GetProperty("jobs").EnumerateArray()];

    /// <summary>What is wrong with the jobs' file.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync() => [.. (await GetAsync("/api/v1/jobs")).GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()!)];

    /// <summary>The counters of the jobs whose ids begin so.</summary>
    public async Task<IReadOnlyList<JobCount>> CountsAsync(string prefix) =>
        [.. (await JobsAsync()).Where(job => IdOf(job).StartsWith(prefix, StringComparison.Ordinal)).Select(job => new JobCount(
            IdOf(job),
            TimeSpan.Parse(job.GetProperty("period").GetString()!, CultureInfo.InvariantCulture),
            job.GetProperty("skips").GetInt64(),
            job.GetProperty("misses").GetInt64()))];

    /// <summary>The planned starts of the runs the schedule began.</summary>
    public async Task<IReadOnlyList<string>> PlannedStartsAsync(string job) =>
        [.. (await RunsAsync(job)).Where(run => run.GetProperty("trigger").GetString() == "Schedule").Select(run => run.GetProperty("plannedAt").GetString()!)];

    /// <summary>The newest runs of a job.</summary>
    public async Task<IReadOnlyList<JsonElement>> RunsAsync(string job) => [.. (await GetAsync($"/api/v1/jobs/{Uri.EscapeDataString(job)}/runs?limit=500")).GetProperty("runs").EnumerateArray()];

    /// <summary>Whether the server calls itself ready, and what it says otherwise.</summary>
    public async Task<(bool Ready, string Text)> ReadyAsync()
    {
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The wall clock as the server's answers carry it.</summary>
    public async Task<DateTimeOffset> DateAsync()
    {
        using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        return answer.Headers.Date ?? throw new InvalidOperationException("The server's answer carries no date.");
    }

    /// <summary>Calls a method of a connector.</summary>
    public async Task InvokeAsync(string connector, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"/api/v1/connectors/{connector}/invoke", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{connector} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Calls a method of a connector, whatever comes of it.</summary>
    /// <returns>The answer, also of a failure; null when there was none.</returns>
    public async Task<JsonElement?> TryCallAsync(string connector, string body)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri($"/api/v1/connectors/{connector}/invoke", UriKind.Relative), content);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException or ObjectDisposedException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads something; null when there was no answer or a failure.</summary>
    public async Task<JsonElement?> TryGetAsync(string path)
    {
        try
        {
            return await GetAsync(path);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException or ObjectDisposedException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private static string IdOf(JsonElement job) => job.GetProperty("id").GetString()!;

    // A reading that got no answer in time is asked again: whether the server stood still meanwhile is seen by its firings, not by this.
    // One that was cancelled because its client is disposed of, with its server, was not late and goes up as it is.
    private async Task<JsonElement> GetAsync(string path)
    {
        for (var left = Readings - 1; ; left--)
        {
            try
            {
                return await GetOnceAsync(path);
            }
            catch (TaskCanceledException late) when (left > 0 && late.InnerException is TimeoutException)
            {
                Console.WriteLine($"{new Uri(http.BaseAddress!, path)} did not answer within {http.Timeout.TotalSeconds:0} s and is asked again.");
            }
        }
    }

    private async Task<JsonElement> GetOnceAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }
}
