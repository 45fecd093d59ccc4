using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Cleverence.Warehouse;
using Connectors.ChestnyZnak;
using Connectors.Exchange;
using Emulators.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit;
using TestKit.Exchange;

namespace Unit.Tests.ChestnyZnak;

/// <summary>The whole connector with the real engine against the emulator, on a clock that is moved by hand.</summary>
internal sealed class ConnectorRig : IAsyncDisposable
{
    private ConnectorRig(ChestnyZnakEmulator system, ManualTimeProvider clock, Action<ZnakSettings>? change, EmulatorSigner signer)
    {
        System = system;
        Clock = clock;
        Owner = system.Seed.Organisation();
        Milk = system.Seed.Product(Owner);
        Signer = signer;
        Records = new HeldRecords(clock);
        Settings = ZnakServer.SettingsOf(system, Owner);
        Settings.Organisations[0].ProductGroups.Add("milk");
        if (signer.Name != "key") Settings.Organisations[0].Signer = "";
        change?.Invoke(Settings);
        Store = new MemoryExchangeStore();
        Connector = NewConnector();
    }

    public ChestnyZnakEmulator System { get; }

    public ManualTimeProvider Clock { get; }

    public Organisation Owner { get; }

    public global::Emulators.ChestnyZnak.Product Milk { get; }

    public EmulatorSigner Signer { get; }

    public HeldRecords Records { get; }

    public ZnakSettings Settings { get; }

    public MemoryExchangeStore Store { get; }

    public ChestnyZnakConnector Connector { get; private set; }

    public static async Task<ConnectorRig> StartAsync(Action<ZnakSettings>? change = null, bool signs = true, Action<ChestnyZnakOptions>? options = null)
    {
        var clock = new ManualTimeProvider();
        var behaviour = new ChestnyZnakOptions { Clock = clock };
        options?.Invoke(behaviour);
        return new ConnectorRig(await ChestnyZnakEmulator.StartAsync(behaviour), clock, change, new EmulatorSigner(signs ? "key" : "nobody", signs ? "7707083893" : null));
    }

    /// <summary>A connector after a restart: everything it knows is in the stores.</summary>
    public ChestnyZnakConnector NewConnector()
    {
        var engine = new ExchangeEngine("znak", StoreWithRecords.Over(Store, Records), Records, Clock, NullLogger<ExchangeEngine>.Instance, new ExchangeOptions { NodeName = "a" });
        return Connector = new ChestnyZnakConnector(Settings, engine, Records, null!, new HeldSigners(Signer, new EmulatorSigner("second", "7736050003")), null, Clock);
    }

    public async Task<object?> CallAsync(string method, params (string Name, object? Value)[] args)
    {
        var parts = method.Split('.');
        var call = new InvokeArgs("znak", parts.Length > 1 ? parts[0] : "", parts[^1], [.. args.Select(arg => new InvokeArg(arg.Name, arg.Value))]) { Caller = new InvokeCaller(CallOrigin.Connector) { UserId = "Иванова" }, Deadline = TimeSpan.FromSeconds(4) };
        return (await Connector.InvokeAsync(call, CancellationToken.None)).Value;
    }

    public async Task<ConnectorRecord> RecordAsync(string method, params (string Name, object? Value)[] args) => (ConnectorRecord)(await CallAsync(method, args))!;

    public async Task<ConnectorTable> TableAsync(string method, params (string Name, object? Value)[] args) => (ConnectorTable)(await CallAsync(method, args))!;

    /// <summary>Saves a withdrawal of fresh codes.</summary>
    public async Task<string> SaveAsync(int codes = 2, string document = "Вывод 1", string status = "INTRODUCED") =>
        (string)(await RecordAsync("Documents.Save", ("kind", "LK_RECEIPT"), ("payload", Messages.Withdrawal(System.Seed.Codes(Milk, codes, status))), ("document", document), ("productGroup", "milk")))["document"]!;

    public Task<ConnectorRecord> PrepareAsync(string document, string? action = null) =>
        RecordAsync("PrepareForTransfer", ("items", new List<object?> { new ConnectorRecord { { "document", document }, { "organisation", Owner.Inn }, { "nextAction", action } } }));

    /// <summary>Signs whatever a result asks for, and goes on until nothing is asked for any more.</summary>
    /// <returns>How often it was asked.</returns>
    public async Task<int> SignAsync(ConnectorRecord result)
    {
        var asked = 0;
        while (result["continueToken"] is string token && asked < 5)
        {
            asked++;
            result = await RecordAsync("ПродолжитьВыполнениеОбмена", ("signedByOrganisation", Signed(result)), ("token", token));
        }

        return asked;
    }

    /// <summary>The failure of a run after a time.</summary>
    public async Task<ConnectorError> FailAfterAsync(double seconds, string? document = null)
    {
        var run = async () => await RunAfterAsync(seconds, document);
        return (await run.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    /// <summary>Runs several times, some seconds apart.</summary>
    public async Task RunOftenAsync(int times, double seconds)
    {
        for (var at = 0; at < times; at++) await RunAfterAsync(seconds);
    }

    /// <summary>One short run of the exchange after a time.</summary>
    public async Task<ConnectorRecord> RunAfterAsync(double seconds, string? document = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        return await RecordAsync("RunExchange", ("messageOrDocument", document));
    }

    public async Task<ConnectorRecord> StateAsync(string document) => (ConnectorRecord)((IReadOnlyList<object?>)(await RecordAsync("Documents.Get", ("document", document)))["states"]!)[0]!;

    public async ValueTask DisposeAsync()
    {
        Connector.Dispose();
        await System.DisposeAsync();
    }

    private static ConnectorRecord Signed(ConnectorRecord result) =>
        new(((ConnectorRecord)result["signingRequired"]!).Concat((ConnectorRecord)result["sessionKeysRequired"]!).GroupBy(field => field.Key)
            .Select(group => KeyValuePair.Create(group.Key, (object?)group.SelectMany(field => (IReadOnlyList<object?>)field.Value!).Cast<ConnectorRecord>().Select(Signature).ToList())));

    private static object? Signature(ConnectorRecord item) => new ConnectorRecord
    {
        { "itemId", item["itemId"] }, { "cms", Convert.ToBase64String(ShapedCms.Sign(Convert.FromBase64String((string)item["base64Data"]!), (string)item["form"]! == "Attached")) },
    };
}
