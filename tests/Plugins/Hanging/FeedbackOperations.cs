using Cleverence.Connectivity;

namespace Hanging;

/// <summary>A server operation that tells how far it is.</summary>
public static class FeedbackOperations
{
    [ServerOperation("Пересчитать всё", Lock = ServerOperationLock.Operation)]
    public static async Task<string> RecountAsync(ICallFeedback feedback, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        feedback.Tell(new UserMessage("Пересчитано."));
        return feedback.IsFollowed ? "followed" : "alone";
    }
}
