using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;
using Connectors.Egais;
using Connectors.Exchange;
using Emulators.Utm;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit;
using TestKit.Exchange;
using Unit.Tests.ChestnyZnak;

namespace Unit.Tests.Egais.Methods;

/// <summary>The whole connector with the real engine against two emulated UTMs and their registry, on a clock that is moved by hand.</summary>
internal sealed class EgaisRig : IAsyncDisposable
{
    public const string A = "030000000001";
    public const string B = "030000000002";

    private EgaisRig(UtmEmulator system, ManualTimeProvider clock, Action<EgaisSettings>? change)
    {
        System = system;
        Clock = clock;
        Records = new HeldRecords(clock);
        foreach (var host in system.Hosts) Settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = host.FsrarId, Host = "127.0.0.1", Port = host.Port, Exclusive = true });
        change?.Invoke(Settings);
        Vodka = system.Seed.Product();
        Connector = NewConnector();
    }

    public UtmEmulator System { get; }

    public ManualTimeProvider Clock { get; }

    public HeldRecords Records { get; }

    public MemoryExchangeStore Store { get; } = new();

    public EgaisSettings Settings { get; } = new();

    public UtmProduct Vodka { get; }

    public EgaisConnector Connector { get; private set; }

    /// <summary>The marks of the waybill that was saved last.</summary>
    public IReadOnlyList<string> LastMarks { get; private set; } = [];

    public static async Task<EgaisRig> StartAsync(Action<EgaisSettings>? change = null, Action<UtmOptions>? options = null)
    {
        var clock = new ManualTimeProvider();
        var behaviour = new UtmOptions { Clock = clock };
        options?.Invoke(behaviour);
        return new EgaisRig(await UtmEmulator.StartAsync(behaviour), clock, change);
    }

    /// <summary>A connector after a restart: everything it knows is in the stores.</summary>
    public EgaisConnector NewConnector()
    {
        Engine = new ExchangeEngine("egais", StoreWithRecords.Over(Store, Records), Records, Clock, NullLogger<ExchangeEngine>.Instance, new ExchangeOptions { NodeName = "a" });
        return Connector = new EgaisConnector(Settings, Engine, Records, null, Clock);
    }

    public IExchange Engine { get; private set; } = null!;

    public async Task<object?> CallAsync(string method, params (string Name, object? Value)[] args)
    {
        var at = method.LastIndexOf('.');
        var call = new InvokeArgs("egais", at < 0 ? "" : method[..at], method[(at + 1)..], [.. args.Select(arg => new InvokeArg(arg.Name, arg.Value))]) { Caller = new InvokeCaller(CallOrigin.Connector) { UserId = "Иванова" }, Deadline = TimeSpan.FromSeconds(4) };
        return (await Connector.InvokeAsync(call, CancellationToken.None)).Value;
    }

    public async Task<ConnectorRecord> RecordAsync(string method, params (string Name, object? Value)[] args) => (ConnectorRecord)(await CallAsync(method, args))!;

    public async Task<ConnectorError> FailAsync(string method, params (string Name, object? Value)[] args)
    {
        var call = async () => await CallAsync(method, args);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    /// <summary>Saves a waybill of A to B over a seeded batch of marked bottles.</summary>
    public async Task<string> SaveWaybillAsync(int bottles = 3)
    {
        var batch = System.Seed.Stock(A, Vodka, bottles);
        LastMarks = System.Seed.MarksOf(batch.F2);
        var saved = await RecordAsync("EgaisDocuments.Save", ("kind", "OutgoingWaybill"), ("organisation", A), ("payload", Payloads.Waybill(batch, Vodka, System.Seed.MarksOf(batch.F2))));
        saved["warnings"].Should().BeEquivalentTo(new List<object?>());
        return (string)saved["document"]!;
    }

    /// <summary>Ships a waybill of A, which B has received then.</summary>
    public async Task<(string Sent, string Received)> ShipAsync(int bottles = 3)
    {
        var sent = await SaveWaybillAsync(bottles);
        await PrepareAsync(sent);
        await RunOftenAsync();
        return (sent, await IncomingAsync());
    }

    /// <summary>Saves a write-off of two of three bottles of A.</summary>
    public async Task<string> SaveWriteOffAsync(int bottles = 2)
    {
        var batch = System.Seed.Stock(A, Vodka, 3);
        return (string)(await RecordAsync("EgaisDocuments.Save", ("kind", "WriteOff"), ("organisation", A), ("payload", Payloads.WriteOff(batch, bottles, [.. System.Seed.MarksOf(batch.F2).Take(bottles)]))))["document"]!;
    }

    /// <summary>Somebody else takes everything out of a box.</summary>
    public async Task RemoveByHandAsync(string fsrarId)
    {
        using var http = new HttpClient();
        foreach (var entry in System[fsrarId].OutBox) (await http.DeleteAsync(new Uri(System[fsrarId].Address, entry.Path))).EnsureSuccessStatusCode();
    }

    public Task<ConnectorRecord> PrepareAsync(string document, string? action = null, ConnectorRecord? extra = null) =>
        RecordAsync("EgaisExchange.PrepareForTransfer", ("items", document), ("nextAction", action), ("extra", extra));

    /// <summary>A run for all organisations after a time.</summary>
    public async Task<ConnectorRecord> RunAsync(double seconds = 20)
    {
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        return await RecordAsync("EgaisExchange.RunExchange");
    }

    /// <summary>Runs until nothing more is to be expected.</summary>
    public async Task RunOftenAsync(int times = 3, double seconds = 20)
    {
        for (var at = 0; at < times; at++) await RunAsync(seconds);
    }

    public async Task<string> StateAsync(string document) => (string)(await RecordAsync("EgaisExchange.GetDocument", ("document", document)))["state"]!;

    /// <summary>The only incoming waybill of an organisation.</summary>
    public async Task<string> IncomingAsync(string fsrarId = B) =>
        (string)((await ListAsync(fsrarId)).Single(card => (string)card["kind"]! == "IncomingWaybill"))["document"]!;

    public async Task<IReadOnlyList<ConnectorRecord>> ListAsync(string fsrarId) =>
        [.. ((IReadOnlyList<object?>)(await CallAsync("EgaisExchange.ListDocuments", ("filter", fsrarId)))!).Cast<ConnectorRecord>()];

    public async ValueTask DisposeAsync()
    {
        Connector.Dispose();
        await System.DisposeAsync();
    }
}
