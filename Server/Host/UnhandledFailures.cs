using System.Runtime.ExceptionServices;

namespace Server;

/// <summary>
/// Keeps the process alive when foreign code fails where nobody can catch it: in an <c>async void</c> method, a timer or a thread of its own.
/// A failure of the program's own main thread still ends the process.
/// </summary>
internal sealed class UnhandledFailures(ILogger<UnhandledFailures> log)
{
    private readonly int mainThread = Environment.CurrentManagedThreadId;

    /// <summary>Takes over for the life of the process; called on the main thread.</summary>
    public void Survive() => ExceptionHandling.SetUnhandledExceptionHandler(IsSurvived);

    private bool IsSurvived(Exception failure)
    {
        if (Environment.CurrentManagedThreadId == mainThread) return false;
        log.Uncaught(failure);
        return true;
    }
}
