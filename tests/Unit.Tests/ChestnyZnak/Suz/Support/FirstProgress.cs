using Cleverence.Connectivity;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Does something once, when a run tells for the first time how far it is: between two of its portions.</summary>
internal sealed class FirstProgress(Action act) : ICallFeedback
{
    private int told;

    public bool IsFollowed => true;

    public void ReportProgress(int? percent, string text, object? extra = null)
    {
        if (Interlocked.Increment(ref told) == 1) act();
    }

    public void Tell(UserMessage message)
    {
    }

    public void Notify(UserNotice notice)
    {
    }
}
