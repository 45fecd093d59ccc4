using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>The rules for all kinds of question. Pure.</summary>
internal sealed class Questions(EgaisQueries plan)
{
    /// <summary>Whether an operation asks the registry for an answer.</summary>
    public static bool Is(EgaisOperation operation) => operation is >= EgaisOperation.QueryOrganisation and <= EgaisOperation.QueryClientVersion;

    /// <summary>Whether a message asks the registry for an answer.</summary>
    public static bool Is(OutgoingMessage content) => Enum.TryParse<EgaisOperation>(content.Operation, out var operation) && Is(operation);

    public Question Of(EgaisOperation operation) => operation switch
    {
        EgaisOperation.QueryRests or EgaisOperation.QueryRestsShop or EgaisOperation.QueryRestsMini or EgaisOperation.QueryRestsShopMini => new Question(operation, plan.RestsInterval, 1, plan.AnswerWait),
        EgaisOperation.QueryMarksByF2 => new Question(operation, plan.MarksInterval, 1, plan.MarksWait),
        EgaisOperation.QueryUnanswered => new Question(operation, plan.UnansweredInterval, 1, plan.UnansweredWait),
        // The list of lost waybills is worked off as many at a time as one run may ask for.
        EgaisOperation.QueryResend => new Question(operation, plan.OtherInterval, plan.ResendPerRun, plan.AnswerWait) { ByParameter = true },
        _ => new Question(operation, plan.OtherInterval, plan.OtherInFlight, plan.AnswerWait),
    };

    /// <summary>When the answer of an accepted question is overdue; null when the message is no question.</summary>
    public DateTimeOffset? OverdueAt(ExchangeMessage message) =>
        Enum.TryParse<EgaisOperation>(message.Content.Operation, out var operation) && Is(operation) ? (message.SentAt ?? message.CreatedAt) + Of(operation).AnswerTime : null;
}
