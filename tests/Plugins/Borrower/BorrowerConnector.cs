using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Logging;

namespace Borrower;

/// <summary>Takes all that a connector may be lent, and uses it with objects of its own.</summary>
[Connector("Borrower")]
public sealed class BorrowerConnector(
    ILogger<BorrowerConnector> log, TimeProvider time, IExchange exchange, IConnectorRecords records, IMarkingCodeStore codes, ISigners signers, IDocumentStore documents, IConnectorInvoker invoker) : Connector
{
    [ConnectorMethod]
    public async Task<object?> PutAsync(string key, CancellationToken cancellationToken)
    {
        await records.WriteAsync([new RecordChange("thing", key, [1])], cancellationToken);
        return (await records.GetAsync("thing", key, cancellationToken))?.Version;
    }

    [ConnectorMethod]
    public async Task<object?> SendAsync(string document, CancellationToken cancellationToken)
    {
        log.LogInformation("Sending at {Time}.", time.GetUtcNow());
        var adapter = new BorrowerAdapter(signers);
        var message = new OutgoingMessage("7701234567", "Send", [1]) { Document = document, DocumentKind = "Thing", NeedsSignature = true };
        await exchange.PrepareAsync(adapter, [message], cancellationToken);
        await exchange.RunAsync(adapter, new ExchangeRun { OneStep = true }, cancellationToken);
        return (await exchange.ListMessagesAsync(new ExchangeQuery { Document = document, Stages = Enum.GetValues<ExchangeStage>() }, cancellationToken)).Count;
    }

    [ConnectorMethod]
    public async Task<object?> CountAsync(CancellationToken cancellationToken) =>
        await codes.CountAsync(new MarkingCodeQuery(), cancellationToken) + (await documents.ListAsync(null, 1, cancellationToken)).Count + (invoker is null ? 1 : 0);
}
