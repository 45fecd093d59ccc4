using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Takes messages into the queue: what belongs to one document in one transaction, guarded by the document's next actions.</summary>
internal sealed class Preparing(EngineParts parts, Commits commits)
{
    public async Task<IReadOnlyList<ExchangeChange>> PrepareAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var changes = new ExchangeChange[messages.Count];
        foreach (var group in Enumerable.Range(0, messages.Count).GroupBy(at => (object?)messages[at]?.Document ?? at))
        {
            var places = group.ToList();
            var made = await PrepareOneAsync([.. places.Select(at => messages[at])], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < places.Count; i++) changes[places[i]] = made[i];
        }

        return changes;
    }

    private async Task<IReadOnlyList<ExchangeChange>> PrepareOneAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            List<ExchangeMessage> added = [];
            var draft = await commits.WriteAsync(async fresh =>
            {
                added.Clear();
                if (await ProblemOfAsync(fresh, messages, cancellationToken).ConfigureAwait(false) is { } problem) throw new ConnectorException(problem);
                foreach (var outgoing in messages) added.Add(await fresh.AddAsync(outgoing, outgoing.Id, cancellationToken).ConfigureAwait(false));
                return true;
            }, cancellationToken).ConfigureAwait(false);
            return [.. added.Select(message => Changes.Of(message, draft!.Documents.FindChanged(message.Content.Document)) with { Prepared = true })];
        }
        catch (ConnectorException refused)
        {
            return [.. messages.Select(outgoing => (outgoing is null ? new ExchangeChange("", "") : Changes.Of(outgoing, outgoing.Id)) with { Error = refused.Error })];
        }
    }

    /// <summary>Why messages of one document cannot be taken in; null when they can.</summary>
    public async Task<ConnectorError?> ProblemOfAsync(CommitDraft draft, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var outgoing in messages)
        {
            if (OutgoingRules.ProblemOf(outgoing) is { } problem) return problem;
            foreach (var dependency in new[] { outgoing.SendAfter, outgoing.LoadAfter, outgoing.LoadBefore }.OfType<string>())
            {
                if (messages.Any(other => other.Id == dependency)) continue;
                if (await parts.Store.FindMessageAsync(parts.ConnectorId, dependency, cancellationToken).ConfigureAwait(false) is null) return ExchangeErrors.Missing(outgoing.Id ?? outgoing.Operation, dependency);
            }
        }

        if (messages.Where(outgoing => outgoing.Id is not null).GroupBy(outgoing => outgoing.Id).FirstOrDefault(same => same.Count() > 1) is { } twice) return ExchangeErrors.Duplicate(twice.Key!);
        if (messages[0].Document is not { } document || messages.All(outgoing => outgoing.Action is null)) return null;
        var now = await draft.Documents.ReadAsync(document, messages[0].DocumentKind, cancellationToken).ConfigureAwait(false);
        return messages.Select(outgoing => outgoing.Action).OfType<string>().FirstOrDefault(action => !now.Actions.Contains(action)) is { } refused ? ExchangeErrors.ChangedElsewhere(refused, now) : null;
    }
}
