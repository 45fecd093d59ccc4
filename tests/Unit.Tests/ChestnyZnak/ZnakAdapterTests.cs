using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using TestKit;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class ZnakAdapterTests
{
    private const string Create = "true-api POST lk/documents/create";
    private const string SignIn = "true-api POST auth/simpleSignIn";

    [TestMethod]
    [DataRow(400, SendVerdict.SessionKeyNeeded)]
    [DataRow(401, SendVerdict.SessionKeyNeeded)]
    [DataRow(402, SendVerdict.SessionKeyNeeded)]
    [DataRow(403, SendVerdict.SessionKeyNeeded)]
    [DataRow(404, SendVerdict.SessionKeyNeeded)]
    [DataRow(429, SendVerdict.SessionKeyNeeded)]
    [DataRow(500, SendVerdict.NotSent)]
    [DataRow(503, SendVerdict.NotSent)]
    public async Task A_sign_in_that_fails_at_the_renewal_is_not_the_message_s_fault(int status, SendVerdict verdict)
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = await WithSpentTokenAsync(rig);
        rig.System.Faults.Add(new Fault(FaultKind.Status, SignIn) { Status = status });

        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);

        sent.Verdict.Should().Be(verdict);
        sent.Error!.InDoubt.Should().BeFalse();
        rig.System.Judge.Requests(Create).Should().Be(1);
    }

    [TestMethod]
    [DataRow(FaultKind.ResetBefore)]
    [DataRow(FaultKind.ResetAfter)]
    [DataRow(FaultKind.HalfBody)]
    public async Task A_token_that_got_lost_on_its_way_leaves_the_message_unsent(FaultKind fault)
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = await WithSpentTokenAsync(rig);
        rig.System.Faults.Add(new Fault(fault, SignIn));

        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);

        sent.Verdict.Should().Be(SendVerdict.NotSent);
        sent.Error!.InDoubt.Should().BeFalse();
    }

    [TestMethod]
    public async Task A_signer_that_breaks_leaves_the_message_unsent()
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = await WithSpentTokenAsync(rig);
        rig.With(new ZnakServer(rig.Settings, rig.Records, new HeldSigners(new BrokenSigner()), rig.Server.Time));

        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);

        sent.Verdict.Should().Be(SendVerdict.SessionKeyNeeded);
        sent.Error!.InDoubt.Should().BeFalse();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_message_that_is_stopped_before_it_leaves_is_not_sent(bool hasToken)
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = Message(rig);
        await (hasToken ? rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.TrueApi, CancellationToken.None).AsTask() : Task.CompletedTask);

        var sent = await Adapter(rig).SendAsync(message, new CancellationToken(canceled: true));

        sent.Verdict.Should().Be(SendVerdict.NotSent);
        rig.System.Judge.Requests(Create).Should().Be(0);
    }

    [TestMethod]
    public async Task A_message_that_is_stopped_while_it_waits_for_its_turn_is_not_sent()
    {
        await using var rig = await ZnakRig.StartAsync();
        await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.TrueApi, CancellationToken.None);
        rig.Settings.Limits.TrueApiPerSecond = 1;
        rig.With(new ZnakServer(rig.Settings, rig.Records, new HeldSigners(rig.Signer), new ManualTimeProvider(TimeProvider.System.GetUtcNow())));
        var message = Message(rig);
        await rig.SendAsync(rig.Read);
        using var stop = new CancellationTokenSource();

        var sending = Adapter(rig).SendAsync(message, stop.Token).AsTask();
        await stop.CancelAsync();

        (await sending).Verdict.Should().Be(SendVerdict.NotSent);
        rig.System.Judge.Requests(Create).Should().Be(0);
    }

    private static async Task<ExchangeMessage> WithSpentTokenAsync(ZnakRig rig)
    {
        await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.TrueApi, CancellationToken.None);
        rig.System.World.Tokens.Put([.. rig.System.World.Tokens.All.Select(token => token with { Expires = DateTimeOffset.MinValue })]);
        return Message(rig);
    }

    private static ExchangeMessage Message(ZnakRig rig) => Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));

    private static ZnakAdapter Adapter(ZnakRig rig)
    {
        var search = new DocumentSearch(rig.Server.Plan, rig.Server.Caller, rig.Records, rig.Server.Time);
        return new ZnakAdapter(rig.Server.Plan, new HeldSigners(rig.Signer), rig.Server.Tokens, ZnakStatuses.Make(), [new TrueApiAdapter(rig.Server.Plan, rig.Server.Caller, search, rig.Server.Time)]);
    }

    private sealed class BrokenSigner : ISigner
    {
        public string Name => "key";

        public ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken) => new(new SignerInfo("test"));

        public ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken) => throw new InvalidOperationException("The key is not there.");
    }
}
