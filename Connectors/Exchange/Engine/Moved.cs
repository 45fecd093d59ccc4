using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>A step that was committed.</summary>
/// <param name="From">The stage before.</param>
/// <param name="Message">The message after.</param>
/// <param name="Step">The step.</param>
/// <param name="Document">Its document's state after; null when that did not change.</param>
internal sealed record Moved(ExchangeStage From, ExchangeMessage Message, Step Step, DocumentState? Document)
{
    public ExchangeChange AsChange() => Changes.Of(Message, Document) with
    {
        Error = Step.Error,
        Sent = Step.Event is ExchangeEvent.SendAccepted or ExchangeEvent.SendTaken or ExchangeEvent.SendDone or ExchangeEvent.Found or ExchangeEvent.FoundTaken or ExchangeEvent.DecideArrived,
        Received = Step.Event is ExchangeEvent.SendDone or ExchangeEvent.ReplyDone or ExchangeEvent.ReplyDonePartly or ExchangeEvent.ReplyRejected or ExchangeEvent.ReplyReversed,
    };
}
