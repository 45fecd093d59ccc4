using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>What the screen knows of a long operation: the newest progress, the messages and the notices.</summary>
internal sealed class OperationView(string title, StrangeNotices? strange = null)
{
    private const string Progress = "14076bb1-a1f5-4876-975a-3b7f69383f6c";
    private const string Finished = "28e5ab5c-196b-44be-aab5-8fe7edb5225b";
    private readonly HashSet<long> seen = [];
    private long newestProgress;

    public string Title { get; } = title;

    public string Text { get; private set; } = "";

    public int? Percent { get; private set; }

    public List<string> Messages { get; } = [];

    public List<NoticeLine> Notices { get; } = [];

    public bool Connected { get; set; } = true;

    /// <summary>The moment of the last notification taken: the place to go on from.</summary>
    public long After { get; private set; }

    /// <summary>Takes a notification; true when it says that the operation has ended, which is a hint to look and no more.</summary>
    public bool Take(JObject envelope, string operationId)
    {
        var at = (long?)envelope["sentAtUtcMs"] ?? 0;
        After = Math.Max(After, at);
        if (!seen.Add(at)) return false;
        var result = envelope["result"] as JObject;

        // A notice is for the person, whatever it is about; the rest waits for its operation to be known.
        if (result?["notice"] is JObject notice)
        {
            strange?.ShowsFirst(at);
            TakeNotice(notice);
        }

        if ((string?)envelope["operationId"] != operationId)
        {
            if (result?["notice"] is not JObject) strange?.Keep(envelope);
            return false;
        }

        if ((string?)envelope["kind"] == Finished) return true;
        if ((string?)envelope["kind"] == Progress && at > newestProgress)
        {
            newestProgress = at;
            TakeProgress(result?["progress"] as JObject);
        }

        if ((string?)envelope["kind"] is not Progress) Messages.AddRange(TextsOf(result?["messages"]));
        return false;
    }

    /// <summary>Takes what came before its operation was known.</summary>
    public void TakeStrange(string operationId)
    {
        foreach (var envelope in strange?.Of(operationId) ?? []) Take(envelope, operationId);
    }

    /// <summary>Takes the state the server was asked for.</summary>
    public void TakeState(JObject operation)
    {
        if (operation["progress"] is JObject progress && newestProgress == 0) TakeProgress(progress);
        if (operation["messages"] is JArray { Count: > 0 } all)
        {
            Messages.Clear();
            Messages.AddRange(TextsOf(all));
        }
    }

    private static IEnumerable<string> TextsOf(JToken? messages) => (messages as JArray ?? []).Select(message => (string?)message["text"] ?? "");

    private void TakeProgress(JObject? progress)
    {
        Text = (string?)progress?["text"] ?? Text;
        Percent = (int?)progress?["percent"] ?? Percent;
    }

    private void TakeNotice(JObject notice)
    {
        var line = NoticeLine.Of(notice, $"#{Notices.Count}");
        Notices.RemoveAll(shown => shown.Key == line.Key);
        Notices.Add(line);
    }
}
