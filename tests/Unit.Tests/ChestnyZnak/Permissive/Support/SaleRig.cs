using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;
using Product = Emulators.ChestnyZnak.Product;

namespace Unit.Tests.ChestnyZnak.Permissive;

/// <summary>The emulator, a server in front of it, and its permissive mode. Limits are wide, so that a busy machine decides nothing.</summary>
internal sealed class SaleRig : IAsyncDisposable
{
    public const string Key = "11111111-2222-3333-4444-555555555555";

    private SaleRig(ZnakRig znak, TimeProvider time)
    {
        Znak = znak;
        Mode = new PermissiveMode(znak.Server.Plan, znak.Server.Tokens, znak.Records, NullLogger.Instance, time);
    }

    public ZnakRig Znak { get; }

    public ChestnyZnakEmulator System => Znak.System;

    public PermissiveMode Mode { get; }

    public static async Task<SaleRig> StartAsync(Action<PermissiveSettings>? change = null, TimeProvider? time = null, string key = Key, Action<ChestnyZnakOptions>? options = null, params IReadOnlyList<string> chain)
    {
        var znak = await ZnakRig.StartAsync(time, options: options);
        znak.Settings.Organisations[0].PermissiveKey = key;
        Store(znak, chain.Count == 0 ? ["cdn"] : chain);
        (znak.Settings.Permissive.Budget, znak.Settings.Permissive.HostLimit, znak.Settings.Permissive.HealthLimit) = ("00:00:30", "00:00:10", "00:00:30");
        change?.Invoke(znak.Settings.Permissive);
        var server = new ZnakServer(znak.Settings, znak.Records, new HeldSigners(znak.Signer), time);
        return new SaleRig(znak.With(server), time ?? TimeProvider.System);
    }

    /// <summary>A code in circulation.</summary>
    public MarkedCode Code(string status = "INTRODUCED", Func<MarkedCode, MarkedCode>? change = null, Product? product = null) => System.Seed.Code(product ?? Znak.Milk, status: status, change: change);

    public async Task<ConnectorRecord> CheckAsync(MarkedCode code, params (string Name, object? Value)[] arguments) => await CallAsync("CheckForSale", [("codes", code.Full), .. arguments]);

    public Task<ConnectorRecord> FillAsync() => CallAsync("FillPermissiveSettings");

    public async Task<ConnectorRecord> CallAsync(string method, params (string Name, object? Value)[] arguments) => (ConnectorRecord)(await ValueAsync(method, arguments))!;

    public async Task<ConnectorError> ErrorAsync(string method, params (string Name, object? Value)[] arguments)
    {
        var call = async () => await ValueAsync(method, arguments);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    public async Task<object?> ValueAsync(string method, params (string Name, object? Value)[] arguments)
    {
        var args = new InvokeArgs("Znak", "", method, [.. arguments.Select(argument => new InvokeArg(argument.Name, argument.Value))]) { Caller = new InvokeCaller(CallOrigin.Device) { UserId = "cashier" } };
        var result = await Mode.Methods.InvokeAsync(args, CancellationToken.None);
        return result.IsOk ? result.Value : throw new ConnectorException(result.Error);
    }

    /// <summary>Another server over the same store, as after a restart.</summary>
    public PermissiveMode Restarted() => new(Znak.Server.Plan, Znak.Server.Tokens, Znak.Records, NullLogger.Instance, Znak.Server.Time);

    public static ConnectorRecord First(ConnectorRecord result) => (ConnectorRecord)((IReadOnlyList<object?>)result["codes"]!)[0]!;

    public static (string? Verdict, string? Reason) Of(ConnectorRecord result) => (result["verdict"] as string, result["reason"] as string);

    public async ValueTask DisposeAsync()
    {
        Mode.Dispose();
        await Znak.DisposeAsync();
    }

    private static void Store(ZnakRig znak, IReadOnlyList<string> chain)
    {
        var store = new SaleStoreSettings { Id = "Shop", FiscalDrive = "9999078900000000" };
        foreach (var provider in chain) store.Chain.Add(provider);
        (store.Piot.Address, store.Piot.InfoAddress) = ($"{znak.System.Piot}", $"{znak.System.PiotInformation}");
        (store.Piot.Name, store.Piot.ProgramVersion, store.Piot.Id, store.Piot.Token) = ("till", "1.0", "7", "till-token");
        (store.Lm.Address, store.Lm.Login, store.Lm.Password) = ($"{znak.System.LocalModule}", "admin", "admin");
        znak.Settings.Permissive.Stores.Add(store);
    }
}
