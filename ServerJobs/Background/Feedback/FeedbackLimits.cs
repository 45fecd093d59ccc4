using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>The soft limits of what one operation tells, over all its portions and their attempts. Told once in the log when passed. Thread-safe.</summary>
internal sealed class FeedbackLimits(ILogger logger)
{
    /// <summary>Of progress: more calls are a loop that reports every row.</summary>
    public const int MaxProgress = 100;

    /// <summary>Of messages and notices.</summary>
    public const int MaxMessages = 1000;

    private int progress;
    private int messages;

    public bool MayReport(BackgroundOperation operation)
    {
        var count = Interlocked.Increment(ref progress);
        if (count == MaxProgress + 1) Quietly.Do(() => BackgroundLog.TooMuchProgress(logger, operation.Id, operation.Call, MaxProgress));
        return count <= MaxProgress;
    }

    public bool MayTell(BackgroundOperation operation)
    {
        var count = Interlocked.Increment(ref messages);
        if (count == MaxMessages + 1) Quietly.Do(() => BackgroundLog.TooManyMessages(logger, operation.Id, operation.Call, MaxMessages));
        return count <= MaxMessages;
    }
}
