using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Connectors.Exchange;
using Emulators.Utm;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit.Exchange;

namespace Unit.Tests.Egais;

/// <summary>The adapter with the real engine against the emulator of two UTMs: a wholesaler ships, a shop receives.</summary>
internal sealed class UtmRig : IAsyncDisposable
{
    public const string Wholesaler = "030000000001";
    public const string Shop = "030000000002";
    private const string ConnectorId = "egais";

    private UtmRig(UtmEmulator system, Action<EgaisSettings>? change, TimeProvider? time, ILogger? logger)
    {
        System = system;
        Settings = new EgaisSettings();
        foreach (var host in system.Hosts) Settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = host.FsrarId, Port = host.Port, Exclusive = true, Timeout = "00:00:20" });
        change?.Invoke(Settings);
        Plan = EgaisPlan.Read(Settings);
        Time = time ?? TimeProvider.System;
        Records = new MemoryConnectorRecords(Time);
        Engine = new ExchangeEngine(ConnectorId, Store, Records, Time, NullLogger<ExchangeEngine>.Instance, new ExchangeOptions { NodeName = "a" });
        var log = logger ?? NullLogger.Instance;
        Utm = new UtmClient(Plan, log, TimeProvider.System);
        Owners = new UtmOwners(Plan, Utm, log, Time);
        Health = new UtmHealthCheck(Plan, Utm, log, Time);
        var handler = new IncomingHandler(new EgaisLookup(Engine, Records, new DocumentCards(Records)), Plan.Dialogue, Time);
        Adapter = new EgaisAdapter(Plan, Utm, Owners, Engine, handler, new EgaisStatuses(), log, Time);
    }

    public UtmEmulator System { get; }

    public EgaisSettings Settings { get; }

    public EgaisPlan Plan { get; }

    public TimeProvider Time { get; }

    public MemoryExchangeStore Store { get; } = new();

    public MemoryConnectorRecords Records { get; }

    public ExchangeEngine Engine { get; }

    public UtmClient Utm { get; }

    public UtmOwners Owners { get; }

    public UtmHealthCheck Health { get; }

    public EgaisAdapter Adapter { get; }

    public UtmHost Host => System[Shop];

    public static async Task<UtmRig> StartAsync(Action<EgaisSettings>? change = null, UtmOptions? options = null, TimeProvider? time = null, ILogger? logger = null) =>
        new(await UtmEmulator.StartAsync(options), change, time, logger);

    public EgaisOrganisation Organisation(string fsrarId) => Plan.Find(fsrarId);

    /// <summary>An act of the shop about a waybill that has just come to it, as the engine has it while it sends.</summary>
    public ExchangeMessage Act(DateTimeOffset? sentAt = null)
    {
        var batch = System.Seed.Stock(Wholesaler, System.Seed.Product(), 6);
        var waybill = System.Seed.Waybill(Wholesaler, Shop, [(batch, 6)]);
        var document = new EgaisDocument(Guid.NewGuid().ToString(), EgaisDocumentKind.IncomingWaybill, Shop) { RegId = waybill.RegId };
        return Message(EgaisOperation.ActAccept, document, new ConnectorRecord { ["actNumber"] = "A-1" }, sentAt);
    }

    public ExchangeMessage Message(EgaisOperation operation, EgaisDocument document, ConnectorRecord extra, DateTimeOffset? sentAt = null)
    {
        var built = new DocumentBuilder().Build(new BuildOrder(operation, Organisation(document.FsrarId), document, extra, null, Plan.LocalNow(Time)));
        built.Problems.Should().BeEmpty();
        var now = Time.GetUtcNow();
        var content = new OutgoingMessage(document.FsrarId, operation.ToString(), built.Xml)
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Purpose = "Utm",
            Document = document.Id,
            DocumentKind = document.Kind.ToString(),
            Format = built.Element,
            Extra = new ConnectorRecord { ["urlType"] = built.UrlType, ["docType"] = built.Element, ["identity"] = built.Identity, ["regId"] = built.RegId },
        };
        return new ExchangeMessage(content.Id!, content) { Stage = ExchangeStage.Sending, Attempt = 1, SentAt = sentAt ?? now, StageSince = sentAt ?? now, CreatedAt = now };
    }

    /// <summary>Puts a message into the store as the engine has it.</summary>
    public async Task KeepAsync(ExchangeMessage message) => (await Store.CommitAsync(new ExchangeCommit(ConnectorId) { Added = [message with { Version = 0 }] }, CancellationToken.None)).Should().BeNull();

    public async Task<List<IncomingItem>> ListAsync(string fsrarId = Shop)
    {
        var items = new List<IncomingItem>();
        await foreach (var item in Adapter.ListIncomingAsync(fsrarId, CancellationToken.None)) items.Add(item);
        return items;
    }

    public int Requests(string endpoint, string fsrarId = Shop) => System.Judge.Requests(fsrarId, endpoint);

    public async ValueTask DisposeAsync()
    {
        Utm.Dispose();
        await System.DisposeAsync();
    }
}
