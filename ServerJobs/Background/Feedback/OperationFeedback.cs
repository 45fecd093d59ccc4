using Cleverence.Connectivity;

namespace ServerJobs.Background;

/// <summary>The feedback of a method that runs as a long operation, or of one of its portions, whose percent is that of the whole.</summary>
internal sealed class OperationFeedback(BackgroundOperation operation, OperationOutbox outbox, FeedbackLimits limits, Func<int>? percentOfAll = null) : ICallFeedback
{
    private readonly ValueShaper shaper = new();

    public bool IsFollowed => true;

    public void ReportProgress(int? percent, string text, object? extra = null)
    {
        if (limits.MayReport(operation)) Quietly.Do(() => outbox.Report(BackgroundProgress.Of(percentOfAll?.Invoke() ?? percent, text, Shaped(extra))));
    }

    public void Tell(UserMessage message)
    {
        if (message is not null && limits.MayTell(operation)) Quietly.Do(() => outbox.Tell(message));
    }

    public void Notify(UserNotice notice)
    {
        if (notice is not null && limits.MayTell(operation)) Quietly.Do(() => outbox.Notify(notice));
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
