namespace Cleverence.Connectivity;

/// <summary>What a method may tell while it works: how far it is, messages for the person who waits, and notices.</summary>
/// <remarks>Thread-safe, never throws and never blocks. In a call that nobody follows everything told is dropped; <see cref="IsFollowed"/> says so.</remarks>
public interface ICallFeedback
{
    /// <summary>Whether what is told reaches somebody: the call is a long operation or the run of a job.</summary>
    bool IsFollowed { get; }

    /// <summary>Says how far the work is (СообщитьПрогресс). At most 100 calls an operation are taken; more are logged once and dropped.</summary>
    /// <param name="percent">0 to 100; null when it cannot be told. 100 is shown as 99 until the operation ends.</param>
    /// <param name="text">What is being done, at most 500 characters.</param>
    /// <param name="extra">Anything more for the client, a value of the contract.</param>
    void ReportProgress(int? percent, string text, object? extra = null);

    /// <summary>Adds a message for the person who started the work (СообщениеПользователю).</summary>
    /// <param name="message">The message.</param>
    void Tell(UserMessage message);

    /// <summary>Shows a notice (ПоказатьОповещениеПользователя); it replaces the one with the same key.</summary>
    /// <param name="notice">The notice.</param>
    void Notify(UserNotice notice);
}
