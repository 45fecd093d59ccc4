using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>Shows notices while the handheld waits for its operator: asks after a second, then ever more rarely, up to every 15 seconds.</summary>
internal sealed class IdleNotices(ServerClient server, TsdSession session, Terminal terminal, StrangeNotices strange, TimeSpan? firstPoll = null)
{
    private const double Slower = 1.4;
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(15);
    private readonly TimeSpan first = firstPoll ?? TimeSpan.FromSeconds(1);
    private readonly HashSet<long> seen = [];
    private long after;

    /// <summary>Looks until it is told to stop.</summary>
    public async Task ShowAsync(string title, CancellationToken stopping)
    {
        var pause = first;
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) return;
            pause = await LookAsync(title, stopping).ConfigureAwait(false) ? first : TimeSpan.FromSeconds(Math.Min(Slowest.TotalSeconds, pause.TotalSeconds * Slower));
        }
    }

    private async Task<bool> LookAsync(string title, CancellationToken stopping)
    {
        try
        {
            using var request = server.Get(after > 0 ? $"/api/v1/notifications?after={after}" : "/api/v1/notifications", session);
            using var answer = await server.OpenAsync(request, stopping).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode) return false;
            var page = (WireJson.Parse(await answer.Content.ReadAsStringAsync(stopping).ConfigureAwait(false))["notifications"] as JArray ?? []).OfType<JObject>().ToList();
            foreach (var envelope in page) Take(envelope, title);
            return page.Count > 0;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Take(JObject envelope, string title)
    {
        var at = (long?)envelope["sentAtUtcMs"] ?? 0;
        after = Math.Max(after, at);
        if (!seen.Add(at)) return;
        if (envelope["result"]?["notice"] is not JObject notice) strange.Keep(envelope);
        else if (strange.ShowsFirst(at)) terminal.ShowNotice(title, NoticeLine.Of(notice, ""));
    }
}
