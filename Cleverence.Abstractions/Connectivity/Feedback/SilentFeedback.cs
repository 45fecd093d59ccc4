namespace Cleverence.Connectivity;

/// <summary>The feedback of a call that nobody follows.</summary>
internal sealed class SilentFeedback : ICallFeedback
{
    public static readonly SilentFeedback Instance = new();

    public bool IsFollowed => false;

    public void ReportProgress(int? percent, string text, object? extra = null)
    {
    }

    public void Tell(UserMessage message)
    {
    }

    public void Notify(UserNotice notice)
    {
    }
}
