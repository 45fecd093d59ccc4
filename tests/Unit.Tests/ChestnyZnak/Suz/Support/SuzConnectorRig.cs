using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;
using Connectors.ChestnyZnak;
using Connectors.Exchange;
using Emulators.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;
using Server.Storage;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>The whole connector over the real engine and the real stores, against the emulated system.</summary>
internal sealed class SuzConnectorRig : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-suz-").FullName;
    private readonly SqlDatabase database;
    private readonly ChestnyZnakConnector connector;

    private SuzConnectorRig(ChestnyZnakEmulator system, MovedTime time, Action<ZnakSettings>? change, EmulatorSigner? signer)
    {
        System = system;
        Time = time;
        Owner = system.Seed.Organisation();
        Milk = system.Seed.Product(Owner);
        var settings = ZnakServer.SettingsOf(system, Owner);
        change?.Invoke(settings);
        var options = new StorageOptions { HomeFolder = folder, Provider = StorageProvider.Sqlite };
        database = SqlDatabase.Open(options, time);
        var records = new SqlConnectorRecords(database, options, time);
        Records = records.Of("cz");
        Codes = new SqlMarkingCodeStore(database, time);
        Exchange = new ExchangeEngines(new SqlExchangeStore(database, options, time), records, time, NullLogger<ExchangeEngine>.Instance, new ExchangeOptions()).Of("cz");
        connector = new ChestnyZnakConnector(settings, Exchange, Records, Codes, new HeldSigners(signer ?? new EmulatorSigner("key")), null, time);
    }

    public ChestnyZnakEmulator System { get; }

    public MovedTime Time { get; }

    public Organisation Owner { get; }

    public global::Emulators.ChestnyZnak.Product Milk { get; }

    public IConnectorRecords Records { get; }

    public SqlMarkingCodeStore Codes { get; }

    public IExchange Exchange { get; }

    public SubOrders SubOrders => new(Records);

    public static async Task<SuzConnectorRig> StartAsync(Action<ZnakSettings>? change = null, Action<ChestnyZnakOptions>? options = null, EmulatorSigner? signer = null)
    {
        var time = new MovedTime();
        var behaviour = new ChestnyZnakOptions { Clock = time };
        options?.Invoke(behaviour);
        return new SuzConnectorRig(await ChestnyZnakEmulator.StartAsync(behaviour), time, change, signer);
    }

    public ConnectorRecord Order(long quantity = 30, string? gtin = null) => new()
    {
        ["productGroup"] = "milk",
        ["products"] = new List<object?> { new ConnectorRecord { ["gtin"] = gtin ?? Milk.Gtin, ["quantity"] = quantity, ["templateId"] = (long)Milk.TemplateId } },
        ["attributes"] = new ConnectorRecord { ["contactPerson"] = "Иванов", ["releaseMethodType"] = "PRODUCTION", ["createMethodType"] = "SELF_MADE", ["paymentType"] = 2L },
    };

    public async Task<object?> CallAsync(string method, params (string Name, object? Value)[] arguments)
    {
        var parts = method.Split('.');
        var args = new InvokeArgs("cz", parts.Length > 1 ? parts[0] : "", parts[^1], [.. arguments.Select(one => new InvokeArg(one.Name, one.Value))]);
        var result = await connector.InvokeAsync(args, CancellationToken.None);
        return result.IsOk ? result.Value : throw new ConnectorException(result.Error!);
    }

    public async Task<ConnectorRecord> AskAsync(string method, params (string Name, object? Value)[] arguments) => (ConnectorRecord)(await CallAsync(method, arguments))!;

    /// <summary>The stage of the only message of a submission, as it is now.</summary>
    public async Task<ExchangeMessage> MessageAsync(ConnectorRecord submitted)
    {
        var id = (string)((ConnectorRecord)((List<object?>)submitted["messages"]!)[0]!)["message"]!;
        return (await Exchange.FindMessageAsync(id, CancellationToken.None))!;
    }

    /// <summary>Lets time pass and runs the exchange, as its job does; a run in which nothing worked is one more row of the job's history.</summary>
    public async Task RunExchangeAsync(TimeSpan after)
    {
        Time.Move(after);
        try
        {
            await CallAsync("RunExchange");
        }
        catch (ConnectorException failed) when (failed.Error.Code is ConnectorErrorCode.Rejected or ConnectorErrorCode.Unavailable)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        connector.Dispose();
        database.Dispose();
        await System.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
