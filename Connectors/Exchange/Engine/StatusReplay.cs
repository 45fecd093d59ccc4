using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>A document's state from its facts. What was taken back is left out, so that what is computed anew equals what was seen live.</summary>
internal static class StatusReplay
{
    /// <summary>Goes through the facts in their order.</summary>
    public static DocumentState Of(IDocumentStatuses statuses, string document, string kind, IReadOnlyList<DocumentFact> facts) =>
        Standing(facts).Aggregate(Start(statuses, document, kind), (state, fact) => After(statuses, state, fact));

    /// <summary>The facts that stand: a taken-back message's are gone, and so are those of the last operation where no message is named.</summary>
    public static IReadOnlyList<DocumentFact> Standing(IReadOnlyList<DocumentFact> facts)
    {
        List<DocumentFact> standing = [];
        foreach (var fact in facts)
        {
            if (fact.Kind is not (FactKind.Cancelled or FactKind.Undone)) standing.Add(fact);
            else if (fact.MessageId is { } message) standing.RemoveAll(earlier => earlier.MessageId == message);
            else if (standing.FindLastIndex(earlier => earlier.Kind == FactKind.Prepared) is >= 0 and var begun) standing.RemoveRange(begun, standing.Count - begun);
        }

        return standing;
    }

    /// <summary>The state before the first fact.</summary>
    public static DocumentState Start(IDocumentStatuses statuses, string document, string kind) =>
        (statuses.Start(document, kind) ?? throw Nothing("Start")) with { Document = document, Kind = kind, Version = 0 };

    /// <summary>The state after a fact, with what the engine answers for.</summary>
    public static DocumentState After(IDocumentStatuses statuses, DocumentState before, DocumentFact fact)
    {
        var after = statuses.After(before, fact) ?? throw Nothing("After");
        return after with { Document = before.Document, Version = before.Version, ChangedAt = fact.At, Actions = [.. after.Actions.Take(DocumentState.MaxActions)] };
    }

    private static ConnectorException Nothing(string method) => new(ExchangeErrors.Nothing($"Statuses.{method}"));
}
