using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Takes brought signatures in: session keys first, then those of messages. What cannot be used is told and hinders nothing else.</summary>
internal sealed class ContinueStep(EngineParts parts, IExchangeAdapter adapter, AdapterCalls calls, Commits commits)
{
    private readonly List<ExchangeChange> changes = [];
    private readonly List<SessionChallenge> again = [];

    public IReadOnlyList<ExchangeChange> Changes => changes;

    /// <summary>Challenges that are still to be signed: fresh ones.</summary>
    public IReadOnlyList<SessionChallenge> Again => again;

    public async Task TakeAsync(SuspendedState state, IReadOnlyList<SignedItem> signed, CancellationToken cancellationToken)
    {
        foreach (var challenge in state.Challenges)
        {
            if (signed.LastOrDefault(item => item?.ItemId == challenge.ItemId) is { } item) await RedeemAsync(challenge, item, cancellationToken).ConfigureAwait(false);
        }

        foreach (var item in signed.Where(item => item is not null && state.Challenges.All(challenge => challenge.ItemId != item.ItemId)))
        {
            var asked = state.Items.FirstOrDefault(known => known.ItemId == item.ItemId);
            if (asked is null) Refuse(item.ItemId, null, ExchangeErrors.NotAsked(item.ItemId));
            else await TakeAsync(asked, item, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RedeemAsync(SessionChallenge challenge, SignedItem item, CancellationToken cancellationToken)
    {
        if (ProblemOf(item, challenge.Content) is { } problem)
        {
            Refuse(challenge, problem);
            again.Add(challenge);
            return;
        }

        // Null is the answer of success here, so a failure is told apart by its error alone.
        var (fresh, error) = await calls.TryAsync<SessionChallenge?>("SetSessionKeyAsync", token => adapter.SetSessionKeyAsync(challenge, item.Cms, token), cancellationToken).ConfigureAwait(false);
        if (fresh is not null) again.Add(fresh);
        if (error is not null) Refuse(challenge, error);
    }

    private async Task TakeAsync(SuspendedItem asked, SignedItem item, CancellationToken cancellationToken)
    {
        var message = await parts.Store.FindMessageAsync(parts.ConnectorId, asked.MessageId, cancellationToken).ConfigureAwait(false);
        if (message is null || !IsAwaiting(message, asked.Second))
        {
            Refuse(item.ItemId, message, ExchangeErrors.NotAwaiting(item.ItemId));
            return;
        }

        if (ProblemOf(item, asked.Second ? message.Content.SecondPayload : message.Content.Payload) is { } problem)
        {
            Refuse(item.ItemId, message, problem);
            return;
        }

        var moved = await commits.MoveAsync(message, now => IsAwaiting(now, asked.Second) ? SignPump.Signed(now, asked.Second ? null : item.Cms, asked.Second ? item.Cms : null, null) : null, cancellationToken).ConfigureAwait(false);
        if (moved is not null) changes.Add(moved.AsChange());
        else Refuse(item.ItemId, message, ExchangeErrors.NotAwaiting(item.ItemId));
    }

    private static bool IsAwaiting(ExchangeMessage message, bool second) => message.Stage == ExchangeStage.AwaitingSignature
        && (second ? MissingSignatures.IsSecond(message.Content, message.SecondSignature) : MissingSignatures.IsFirst(message.Content, message.Signature));

    private static ConnectorError? ProblemOf(SignedItem item, byte[] content) =>
        item.Cms is not { Length: > 0 } ? ExchangeErrors.BadCms(item.ItemId, "it is empty", "она пуста")
        : SignedBytes.ProblemOf(item.Cms, content) is { } problem ? ExchangeErrors.BadCms(item.ItemId, problem.En, problem.Ru) : null;

    private void Refuse(SessionChallenge challenge, ConnectorError error) => changes.Add(new ExchangeChange(challenge.Organisation, "session") { Purpose = challenge.Purpose, Error = error });

    private void Refuse(string itemId, ExchangeMessage? message, ConnectorError error) =>
        changes.Add((message is null ? new ExchangeChange("", "") { MessageId = itemId } : Exchange.Changes.Of(message, null)) with { Error = error });
}
