using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>What a run's call tells its people and the log: kept for the run's record, nothing of it after the end. Costs nothing while nothing is told.</summary>
internal sealed class RunNotes : ICallFeedback
{
    public const int MostMessages = 1000, MostNotices = 100, MostLines = 200, LongestLine = 1000, LongestText = 4000;
    private readonly Lock gate = new();
    private List<UserMessage>? messages;
    private Queue<string>? lines;
    private long dropped;
    private int notices;
    private bool closed;

    public bool IsFollowed => true;

    /// <summary>The last progress told; null for none.</summary>
    public string? Progress { get; private set; }

    /// <summary>Whom else a notice is told; null for nobody.</summary>
    public Action<UserNotice>? Notified { get; set; }

    public void ReportProgress(int? percent, string text, object? extra = null) =>
        Progress = percent is { } part ? $"{Math.Clamp(part, 0, 99)}% {Cut(text, 500)}" : Cut(text, 500);

    public void Tell(UserMessage message)
    {
        if (message?.Text is null) return;
        lock (gate)
        {
            if (closed) return;
            messages ??= [];
            // The last place is kept for the number of those left out.
            if (messages.Count < MostMessages - 1) messages.Add(message.Text.Length <= LongestText ? message : message with { Text = Cut(message.Text, LongestText) });
            else dropped++;
        }
    }

    /// <summary>A job has no person in front of it: a notice is kept as a message, and told to administrators.</summary>
    public void Notify(UserNotice notice)
    {
        if (notice?.Text is not { } text) return;
        Tell(new UserMessage(notice.Explanation is { Length: > 0 } more ? $"{text} ({more})" : text) { DataKey = notice.Key });
        if (!closed && Interlocked.Increment(ref notices) <= MostNotices) Quietly.Do(() => Notified?.Invoke(notice));
    }

    /// <summary>Keeps a line of the log; of too many the last ones.</summary>
    public void Write(string line)
    {
        lock (gate)
        {
            if (closed) return;
            lines ??= new();
            if (lines.Count == MostLines) lines.Dequeue();
            lines.Enqueue(Cut(line, LongestLine));
        }
    }

    /// <summary>Ends the taking of notes; a call that outlives its run adds nothing.</summary>
    public (IReadOnlyList<UserMessage> Messages, IReadOnlyList<string> Lines) Close()
    {
        lock (gate)
        {
            closed = true;
            if (dropped > 0) messages!.Add(new UserMessage($"{dropped} more messages were not kept."));
            (IReadOnlyList<UserMessage>, IReadOnlyList<string>) kept = (messages ?? (IReadOnlyList<UserMessage>)[], lines?.ToArray() ?? (IReadOnlyList<string>)[]);
            (messages, lines) = (null, null);
            return kept;
        }
    }

    private static string Cut(string? text, int longest) => text is null ? "" : text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");
}
