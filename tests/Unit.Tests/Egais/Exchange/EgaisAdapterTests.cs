using Cleverence.Connectivity.Exchange;
using Emulators.Utm;
using TestKit.Exchange;

namespace Unit.Tests.Egais.Exchange;

[TestClass]
public sealed class EgaisAdapterTests : ExchangeAdapterContract
{
    private UtmRig rig = null!;

    protected override IExchangeAdapter Adapter => rig.Adapter;

    [TestInitialize]
    public async Task StartAsync() => rig = await UtmRig.StartAsync();

    [TestCleanup]
    public async Task StopAsync() => await rig.DisposeAsync();

    protected override Task<ExchangeMessage> MessageAsync()
    {
        rig.Host.Twists.Hold = "Ticket/*";
        return Task.FromResult(rig.Act());
    }

    protected override Task<int> ArrivalsAsync(ExchangeMessage message) =>
        Task.FromResult(rig.System.Judge.Posts(UtmRig.Shop).Count(post => post.Identity == (string?)message.Content.Extra["identity"]));

    protected override Task LoseNextAnswerAsync() => Arm(FaultKind.ResetAfter);

    protected override async Task GoAwayAsync() => await rig.Host.GoOfflineAsync();

    protected override Task RefuseNextAsync() => Arm(FaultKind.Error);

    protected override Task HangNextAsync() => Arm(FaultKind.Hang);

    protected override async Task FinishAsync(ExchangeMessage message)
    {
        rig.Host.Twists.Hold = "";
        rig.Host.Release();
        await rig.KeepAsync(message);
    }

    protected override ExchangeMessage Later(ExchangeMessage message) => message with { SentAt = message.SentAt - TimeSpan.FromHours(1), StageSince = message.StageSince - TimeSpan.FromHours(1) };

    private Task Arm(FaultKind kind)
    {
        rig.Host.Faults.Add(new Fault(kind, "POST /opt/in/*"));
        return Task.CompletedTask;
    }
}
