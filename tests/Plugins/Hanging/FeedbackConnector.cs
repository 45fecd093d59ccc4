using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Hanging;

/// <summary>Tells how far it is, in every way a method can.</summary>
[Connector("Feedback")]
public sealed class FeedbackConnector : Connector, IDisposable
{
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> attempts = new(StringComparer.Ordinal);
    private int runs;
    private int atOnce;
    private int mostAtOnce;

    /// <summary>Tells everything there is to tell, then works until it is let go or cancelled.</summary>
    [ConnectorMethod]
    public async Task<string> WorkAsync(ICallFeedback feedback, CancellationToken cancellationToken, string name = "work")
    {
        Interlocked.Increment(ref runs);
        feedback.Tell(new UserMessage($"{name}: ячейка А-01 пуста") { Field = "cell", DataKey = "А-01" });
        feedback.ReportProgress(30, $"{name}: 3 из 10", new ConnectorRecord { { "cell", "А-01" } });
        feedback.Notify(new UserNotice($"{name}: начато") { Key = "work", Explanation = "Можно заниматься другим." });
        await letGo.Task.WaitAsync(cancellationToken);
        return $"{name} done";
    }

    /// <summary>Blocks a thread of its connector while it tells.</summary>
    [ConnectorMethod]
    public bool TellBlocking(InvokeArgs args, string text)
    {
        args.Feedback.Tell(new UserMessage(text));
        return args.Feedback.IsFollowed;
    }

    /// <summary>Says whether anybody follows, in a call of any kind.</summary>
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public bool IsFollowedBy(ICallFeedback feedback) => feedback.IsFollowed;

    [ConnectorMethod]
    public async Task<string> PortionAsync(string item, ICallFeedback feedback)
    {
        Interlocked.Increment(ref runs);
        var now = Interlocked.Increment(ref atOnce);
        InterlockedMax(ref mostAtOnce, now);
        try
        {
            await Task.Delay(30);
            feedback.Tell(new UserMessage($"{item}: готово"));
            var attempt = attempts.AddOrUpdate(item, 1, (_, before) => before + 1);
            if (item == "twice" && attempt == 1) throw new ConnectorException(ConnectorErrorCode.Unavailable, "Not yet.");
            if (item == "never") throw new ConnectorException(ConnectorErrorCode.Rejected, "Never.");
            if (item == "hang") await letGo.Task;
            return $"{item} after {attempt}";
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public int CountRuns() => Volatile.Read(ref runs);

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public int MostAtOnce() => Volatile.Read(ref mostAtOnce);

    [ConnectorMethod]
    public ConnectorTable Rows(int count) => ConnectorTable.Stream([new TableColumn("n", ValueKind.Integer)], RowsAsync(count));

    [ConnectorMethod]
    public void LetGo() => letGo.TrySetResult();

    public void Dispose() => LetGo();

    private static async IAsyncEnumerable<object?[]> RowsAsync(int count)
    {
        for (var i = 0L; i < count; i++)
        {
            await Task.Yield();
            yield return [i];
        }
    }

    private static void InterlockedMax(ref int most, int now)
    {
        var seen = Volatile.Read(ref most);
        while (now > seen && Interlocked.CompareExchange(ref most, now, seen) is var before && before != seen) seen = before;
    }
}
