using Benchmarks.Exchange;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Connectors.Exchange;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks.Egais;

/// <summary>The connector as the server runs it: its client, its reading of what arrives, the engine and the server's store. Its acts and questions were sent before and wait for what the box holds.</summary>
internal sealed class EngineInbox : IInboxSide
{
    private const string ConnectorId = "egais";
    private const int OfCommit = 200;
    private readonly BenchStore home = new();
    private readonly UtmClient utm;
    private readonly ExchangeEngine exchange;
    private readonly EgaisAdapter adapter;

    public EngineInbox(Uri address)
    {
        var settings = new EgaisSettings();
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = BoxFilling.Organisation, Host = address.Host, Port = address.Port, Exclusive = true });
        var plan = EgaisPlan.Read(settings);
        var records = home.Records.Of(ConnectorId);
        utm = new UtmClient(plan, NullLogger.Instance, TimeProvider.System);
        exchange = new ExchangeEngine(ConnectorId, home.Store, records, TimeProvider.System, NullLogger<ExchangeEngine>.Instance, new ExchangeOptions { NodeName = "bench" });
        adapter = EgaisAssembly.Parts(plan, utm, exchange, records, NullLogger.Instance, TimeProvider.System).Adapter;
    }

    public async Task ExpectAsync(int firstGroup, int groups)
    {
        foreach (var some in Enumerable.Range(firstGroup, groups).Chunk(OfCommit))
        {
            var cards = some.Select(group => new EgaisDocument($"act-{group}", EgaisDocumentKind.IncomingWaybill, BoxFilling.Organisation) { RegId = $"TTN-9{group}" }).ToList();
            var conflict = await home.Store.CommitAsync(
                new ExchangeCommit(ConnectorId)
                {
                    Added = [.. some.SelectMany(group => new[] { Sent(group, EgaisOperation.ActAccept, BoxFilling.ActRequest(group)), Sent(group, EgaisOperation.QueryRests, BoxFilling.QuestionRequest(group)) })],
                    Documents = [.. cards.Select(card => new DocumentState(card.Id, card.Kind.ToString(), EgaisStatus.ReceivedFromEgais) { Organisation = card.FsrarId, Operation = nameof(EgaisOperation.ActAccept) })],
                    Records = [.. cards.Select(DocumentCards.Change)],
                },
                CancellationToken.None);
            if (conflict is not null) throw new InvalidOperationException($"{conflict.What} {conflict.Key} was there already.");
        }
    }

    public async Task EmptyAsync()
    {
        var run = new ExchangeRun { Organisations = [BoxFilling.Organisation], Part = ExchangePart.Receiving, Budget = TimeSpan.FromHours(1) };
        var result = await exchange.RunAsync(adapter, run, CancellationToken.None);
        if (result.Organisations is not [{ Failed: 0 }]) throw new InvalidOperationException($"The run failed: {result.Organisations[0].Error?.Message}");
    }

    public async Task<long?> CountAsync()
    {
        var open = await home.Store.ListMessagesAsync(ConnectorId, new ExchangeQuery { Limit = 1 }, CancellationToken.None);
        if (open.Count > 0) throw new InvalidOperationException($"The message {open[0].Id} ({open[0].Content.Operation}) is {open[0].Stage}, though all its answers were in the box.");
        var (count, after) = (0L, (string?)null);
        while (await home.Store.ListIncomingAsync(ConnectorId, BoxFilling.Organisation, [IncomingStage.Acknowledged], after, 1000, false, CancellationToken.None) is { Count: > 0 } page)
        {
            (count, after) = (count + page.Count, page[^1].Id);
        }

        return count;
    }

    public void Dispose()
    {
        utm.Dispose();
        home.Dispose();
    }

    private static ExchangeMessage Sent(int group, EgaisOperation operation, string request)
    {
        var now = TimeProvider.System.GetUtcNow();
        var isAct = operation == EgaisOperation.ActAccept;
        var content = new OutgoingMessage(BoxFilling.Organisation, operation.ToString(), new byte[1500])
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Purpose = "Utm",
            Document = isAct ? $"act-{group}" : null,
            DocumentKind = isAct ? nameof(EgaisDocumentKind.IncomingWaybill) : "",
            Format = isAct ? "WayBillAct_v4" : "QueryRests_v2",
            Extra = new ConnectorRecord { ["docType"] = isAct ? "WayBillAct_v4" : "QueryRests_v2" },
        };
        return new ExchangeMessage(content.Id, content) { Stage = ExchangeStage.Accepted, RequestId = ReplyIds.Normalise(request), Attempt = 1, SentAt = now, StageSince = now, CreatedAt = now, ChangedAt = now };
    }
}
