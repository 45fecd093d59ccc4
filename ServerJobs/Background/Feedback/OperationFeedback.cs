using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>The feedback of a method that runs as a long operation, or of one of its portions, whose percent is that of the whole.</summary>
internal sealed class OperationFeedback(BackgroundOperation operation, OperationOutbox outbox, ILogger logger, Func<int>? percentOfAll = null) : ICallFeedback
{
    /// <summary>The soft limit of progress: more calls are a loop that reports every row.</summary>
    public const int MaxProgress = 100;

    /// <summary>The soft limit of messages and notices.</summary>
    public const int MaxMessages = 1000;

    private readonly ValueShaper shaper = new();
    private int progress;
    private int messages;

    public bool IsFollowed => true;

    public void ReportProgress(int? percent, string text, object? extra = null)
    {
        var count = Interlocked.Increment(ref progress);
        if (count > MaxProgress)
        {
            if (count == MaxProgress + 1) Quietly.Do(() => BackgroundLog.TooMuchProgress(logger, operation.Id, operation.Call, MaxProgress));
            return;
        }

        Quietly.Do(() => outbox.Report(BackgroundProgress.Of(percentOfAll?.Invoke() ?? percent, text, Shaped(extra))));
    }

    public void Tell(UserMessage message)
    {
        if (message is not null && MayTell()) Quietly.Do(() => outbox.Tell(message));
    }

    public void Notify(UserNotice notice)
    {
        if (notice is not null && MayTell()) Quietly.Do(() => outbox.Notify(notice));
    }

    private bool MayTell()
    {
        var count = Interlocked.Increment(ref messages);
        if (count == MaxMessages + 1) Quietly.Do(() => BackgroundLog.TooManyMessages(logger, operation.Id, operation.Call, MaxMessages));
        return count <= MaxMessages;
    }

    // A stranger's object must not stay in the server, nor fail his method.
    private object? Shaped(object? extra)
    {
        try
        {
            var value = shaper.Shape(extra);
            return value is ConnectorTable { IsStream: true } ? null : value;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
