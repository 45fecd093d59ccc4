using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>Keeps for 15 seconds what the server told of operations this client does not know yet: the answer that names one may come after it. Not thread-safe.</summary>
internal sealed class StrangeNotices(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);
    private readonly List<(long At, JObject Envelope)> envelopes = [];
    private readonly HashSet<long> shown = [];

    /// <summary>Notes that a notice is shown; false when it was already.</summary>
    public bool ShowsFirst(long sentAt) => shown.Add(sentAt);

    public void Keep(JObject envelope)
    {
        Forget();
        envelopes.Add((time.GetTimestamp(), envelope));
    }

    /// <summary>Hands over what is kept of an operation.</summary>
    public IReadOnlyList<JObject> Of(string operationId)
    {
        Forget();
        var found = envelopes.FindAll(kept => (string?)kept.Envelope["operationId"] == operationId);
        envelopes.RemoveAll(found.Contains);
        return [.. found.Select(kept => kept.Envelope)];
    }

    private void Forget() => envelopes.RemoveAll(kept => time.GetElapsedTime(kept.At) > Kept);
}
