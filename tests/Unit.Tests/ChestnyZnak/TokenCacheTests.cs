using System.Text;
using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using TestKit;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class TokenCacheTests
{
    [TestMethod]
    [DataRow(nameof(TokenKind.TrueApi), "true-api")]
    [DataRow(nameof(TokenKind.Suz), "suz")]
    [DataRow(nameof(TokenKind.Permissive), "permissive")]
    public async Task Fifty_callers_sign_in_once(string kind, string purpose)
    {
        await using var rig = await ZnakRig.StartAsync();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await rig.Server.Tokens.GetAsync(rig.Organisation, Enum.Parse<TokenKind>(kind), CancellationToken.None))));

        tokens.Distinct().Should().ContainSingle();
        rig.System.Judge.SignIns(purpose).Should().Be(1);
        rig.Signer.Made.Should().Be(1);
    }

    [TestMethod]
    [DataRow(nameof(TokenKind.TrueApi), "true-api")]
    [DataRow(nameof(TokenKind.Suz), "suz")]
    public async Task Two_servers_that_begin_together_sign_in_once(string kind, string purpose)
    {
        await using var rig = await ZnakRig.StartAsync();
        using var other = new ZnakServer(rig.Settings, rig.Records, new HeldSigners(rig.Signer));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => Task.Run(async () => await (at % 2 == 0 ? rig.Server : other).Tokens.GetAsync(rig.Organisation, Enum.Parse<TokenKind>(kind), CancellationToken.None))));

        tokens.Distinct().Should().ContainSingle();
        rig.System.Judge.SignIns(purpose).Should().Be(1);
    }

    [TestMethod]
    public async Task A_second_server_works_with_the_first_ones_client_token()
    {
        await using var rig = await ZnakRig.StartAsync();
        using var other = new ZnakServer(rig.Settings, rig.Records, new HeldSigners(rig.Signer));
        var ping = new ZnakRequest(ZnakService.Suz, HttpMethod.Get, $"/api/v3/ping?omsId={rig.Organisation.OmsId}") { Inn = rig.Owner.Inn, Token = TokenKind.Suz };

        var first = await rig.Server.Caller.SendAsync(ping, CancellationToken.None);
        var second = await other.Caller.SendAsync(ping, CancellationToken.None);
        var again = await rig.Server.Caller.SendAsync(ping, CancellationToken.None);

        (first.Status, second.Status, again.Status).Should().Be((200, 200, 200));
        rig.System.Judge.SignIns("suz").Should().Be(1);
    }

    [TestMethod]
    public async Task A_refused_token_is_renewed_once_for_all_who_were_refused()
    {
        await using var rig = await ZnakRig.StartAsync();
        await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.TrueApi, CancellationToken.None);
        rig.System.World.Tokens.Put([.. rig.System.World.Tokens.All.Select(token => token with { Expires = DateTimeOffset.MinValue })]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => rig.SendAsync(rig.Read).AsTask()));

        answers.Should().OnlyContain(answer => answer.Status == 200);
        rig.System.Judge.SignIns("true-api").Should().Be(2);
    }

    [TestMethod]
    public async Task A_token_that_another_server_has_renewed_is_taken_over()
    {
        await using var rig = await ZnakRig.StartAsync();
        using var other = new ZnakServer(rig.Settings, rig.Records, new HeldSigners(rig.Signer));
        var spent = await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);
        var renewed = await other.Tokens.RenewAsync(rig.Organisation, TokenKind.Suz, spent, CancellationToken.None);

        var taken = await rig.Server.Tokens.RenewAsync(rig.Organisation, TokenKind.Suz, spent, CancellationToken.None);

        taken.Should().Be(renewed).And.NotBe(spent);
        rig.System.Judge.SignIns("suz").Should().Be(2);
    }

    [TestMethod]
    public async Task A_token_is_renewed_a_quarter_of_an_hour_before_its_end()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await ZnakRig.StartAsync(clock);
        var first = await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);

        clock.Advance(TimeSpan.FromHours(9.7));
        var same = await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(4));
        var next = await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);

        same.Should().Be(first);
        next.Should().NotBe(first);
    }

    [TestMethod]
    public async Task A_refusal_after_the_renewal_is_told_and_not_repeated()
    {
        await using var rig = await ZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 401, Times = -1 });

        var call = async () => await rig.SendAsync(rig.Read);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("AUTH_FAILED");
        rig.System.Judge.Requests("true-api GET doc/list").Should().Be(2);
        rig.System.Judge.SignIns("true-api").Should().Be(2);
    }

    [TestMethod]
    public async Task No_client_token_is_issued_while_somebody_else_may_use_the_connection()
    {
        await using var rig = await ZnakRig.StartAsync(change: settings => settings.Organisations[0].Exclusive = false);

        var call = async () => await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("NOT_EXCLUSIVE");
        rig.System.Judge.SignIns("suz").Should().Be(0);
    }

    [TestMethod]
    public async Task Without_a_signer_the_text_to_sign_is_handed_out_and_redeemed()
    {
        await using var rig = await ZnakRig.StartAsync(signer: new EmulatorSigner("key", deferred: true));
        var call = async () => await rig.SendAsync(rig.Read);
        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("NEEDS_SIGNATURE");

        var challenge = await rig.Server.Tokens.ChallengeAsync(rig.Organisation, TokenKind.TrueApi, CancellationToken.None);
        await rig.Server.Tokens.RedeemAsync(rig.Organisation, TokenKind.TrueApi, challenge.Memo!, TestCms.Sign(challenge.Content, attached: true), CancellationToken.None);

        (await rig.SendAsync(rig.Read)).Status.Should().Be(200);
    }

    [TestMethod]
    public async Task A_persons_signature_is_not_redeemed_while_another_server_issues_a_client_token()
    {
        await using var rig = await ZnakRig.StartAsync(change: settings => settings.Limits.SignIn = "00:00:01");
        var challenge = await rig.Server.Tokens.ChallengeAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);
        await using var other = await new TokenRecords(rig.Records).TryLeaseAsync(TokenRecords.KeyOf(rig.Organisation, TokenKind.Suz), TimeSpan.FromMinutes(1), CancellationToken.None);

        var redeeming = async () => await rig.Server.Tokens.RedeemAsync(rig.Organisation, TokenKind.Suz, challenge.Memo!, TestCms.Sign(challenge.Content, attached: true), CancellationToken.None);

        await redeeming.Should().ThrowAsync<ConnectorException>();
        rig.System.Judge.SignIns("suz").Should().Be(0);
    }

    [TestMethod]
    public async Task Tokens_are_kept_as_secrets_and_end_with_their_life()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await ZnakRig.StartAsync(clock);

        var token = await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Suz, CancellationToken.None);

        var kept = rig.Records.All.Should().ContainSingle().Subject;
        kept.Secret.Should().BeTrue();
        kept.ExpiresAt.Should().Be(clock.GetUtcNow() + TimeSpan.FromHours(10));
        kept.Key.Should().NotContain(token);
        Encoding.UTF8.GetString(kept.Content!).Should().Contain(token);
    }

    [TestMethod]
    public async Task The_united_token_is_taken_under_its_own_name()
    {
        await using var rig = await ZnakRig.StartAsync(change: settings => settings.UnitedToken = true);

        var token = await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.TrueApi, CancellationToken.None);

        Guid.TryParse(token, out _).Should().BeTrue();
        (await rig.SendAsync(rig.Read)).Status.Should().Be(200);
    }

    [TestMethod]
    public async Task A_fixed_key_of_the_permissive_mode_needs_no_sign_in()
    {
        await using var rig = await ZnakRig.StartAsync(change: settings => settings.Organisations[0].PermissiveKey = "11111111-2222-3333-4444-555555555555");

        (await rig.Server.Tokens.GetAsync(rig.Organisation, TokenKind.Permissive, CancellationToken.None)).Should().Be("11111111-2222-3333-4444-555555555555");

        rig.Signer.Made.Should().Be(0);
    }

    [TestMethod]
    public async Task Organisations_have_tokens_of_their_own()
    {
        await using var system = await ChestnyZnakEmulator.StartAsync();
        var (one, other) = (system.Seed.Organisation(), system.Seed.Organisation("7736050003"));
        var settings = ZnakServer.SettingsOf(system, one, other);
        settings.Organisations[1].Signer = "second";
        using var server = new ZnakServer(settings, new HeldRecords(TimeProvider.System), new HeldSigners(new EmulatorSigner("key", one.Inn), new EmulatorSigner("second", other.Inn)));

        var first = await server.Tokens.GetAsync(server.Plan.Organisations[0], TokenKind.TrueApi, CancellationToken.None);
        var second = await server.Tokens.GetAsync(server.Plan.Organisations[1], TokenKind.TrueApi, CancellationToken.None);

        TokenAnswer.Claims(first).Text("inn").Should().Be(one.Inn);
        TokenAnswer.Claims(second).Text("inn").Should().Be(other.Inn);
    }
}
