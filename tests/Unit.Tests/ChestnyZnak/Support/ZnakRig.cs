using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

/// <summary>The emulator with one participant, and a server in front of it.</summary>
internal sealed class ZnakRig : IAsyncDisposable
{
    private ZnakRig(ChestnyZnakEmulator system, TimeProvider time, Action<ZnakSettings>? change, EmulatorSigner? signer)
    {
        System = system;
        Owner = system.Seed.Organisation();
        Milk = system.Seed.Product(Owner);
        Signer = signer ?? new EmulatorSigner("key");
        Records = new HeldRecords(time);
        Settings = ZnakServer.SettingsOf(system, Owner);
        change?.Invoke(Settings);
        Server = new ZnakServer(Settings, Records, new HeldSigners(Signer), time);
    }

    public ChestnyZnakEmulator System { get; }

    public Organisation Owner { get; }

    public Product Milk { get; }

    public EmulatorSigner Signer { get; }

    public HeldRecords Records { get; }

    public ZnakSettings Settings { get; }

    public ZnakServer Server { get; private set; }

    public ZnakOrganisation Organisation => Server.Plan.Organisations[0];

    public ZnakRequest Read => new(ZnakService.TrueApi, HttpMethod.Get, "/api/v4/true-api/doc/list?pg=milk") { Inn = Owner.Inn };

    public static async Task<ZnakRig> StartAsync(TimeProvider? time = null, Action<ZnakSettings>? change = null, EmulatorSigner? signer = null, Action<ChestnyZnakOptions>? options = null)
    {
        var behaviour = new ChestnyZnakOptions { Clock = time ?? TimeProvider.System };
        options?.Invoke(behaviour);
        return new ZnakRig(await ChestnyZnakEmulator.StartAsync(behaviour), time ?? TimeProvider.System, change, signer);
    }

    /// <summary>Puts another server in front of the same emulator, of settings that were changed.</summary>
    public ZnakRig With(ZnakServer server)
    {
        Server.Dispose();
        Server = server;
        return this;
    }

    public ValueTask<ZnakAnswer> SendAsync(ZnakRequest request) => Server.Caller.SendAsync(request, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        await System.DisposeAsync();
    }
}
