using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>Takes messages into the queue and sends them at once where that is possible; what cannot be sent now goes with the next run.</summary>
internal sealed class SuzSubmission(ZnakParts parts)
{
    /// <returns>The result of the exchange, and each message with its stage and the station's id.</returns>
    /// <exception cref="ConnectorException">None could be taken into the queue.</exception>
    public async Task<ConnectorRecord> SendAsync(IReadOnlyList<OutgoingMessage> messages, InvokeArgs args, CancellationToken cancellationToken)
    {
        var made = messages.Select(message => message with { Id = message.Id ?? Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString(), User = CallRun.UserOf(args) }).ToList();
        var changes = await parts.Exchange.PrepareAsync(parts.Adapter, made, cancellationToken).ConfigureAwait(false);
        if (changes.All(change => change.Error is not null)) throw new ConnectorException(changes[0].Error!);
        return await RunAsync([.. made.Where((_, at) => changes[at].Error is null).Select(message => (message.Organisation, message.Id!))], changes, args, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes messages of the queue a step on.</summary>
    public async Task<ConnectorRecord> RunAsync(IReadOnlyList<(string Organisation, string Id)> messages, IReadOnlyList<ExchangeChange> changes, InvokeArgs args, CancellationToken cancellationToken)
    {
        var result = new ExchangeResult();
        foreach (var (organisation, id) in messages)
        {
            var run = CallRun.Of(args, parts.Plan.Documents.RunTime) with { Organisations = [organisation], MessageId = id, OneStep = true };
            var one = await parts.Exchange.RunAsync(parts.Adapter, run, cancellationToken).ConfigureAwait(false);
            result = one with { Changes = [.. result.Changes, .. one.Changes], SigningRequired = [.. result.SigningRequired, .. one.SigningRequired], Organisations = [.. result.Organisations, .. one.Organisations], ContinueToken = one.ContinueToken ?? result.ContinueToken };
        }

        var record = ExchangeRecords.Of(result with { Changes = [.. changes, .. result.Changes] });
        record["messages"] = await ListAsync(messages, cancellationToken).ConfigureAwait(false);
        return record;
    }

    private async Task<List<object?>> ListAsync(IReadOnlyList<(string Organisation, string Id)> messages, CancellationToken cancellationToken)
    {
        var list = new List<object?>();
        foreach (var (_, id) in messages)
        {
            if (await parts.Exchange.FindMessageAsync(id, cancellationToken).ConfigureAwait(false) is { } now) list.Add(Of(now));
        }

        return list;
    }

    /// <summary>A message as callers see it.</summary>
    public static ConnectorRecord Of(ExchangeMessage message) => new()
    {
        ["message"] = message.Id,
        ["operation"] = message.Content.Operation,
        ["object"] = message.Content.Document,
        ["stage"] = message.Stage.ToString(),
        ["requestId"] = message.RequestId,
        ["error"] = message.LastError is null ? null : ExchangeRecords.Of(message.LastError),
    };
}
