using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakSignInTests
{
    [TestMethod]
    public async Task A_pair_of_auth_key_signs_in_once()
    {
        await using var rig = await ChestnyZnakRig.StartAsync(signedIn: false);
        var key = (await rig.TrueAsync("v3 GET auth/key")).Json;
        var body = $$"""{"uuid":"{{key["uuid"]}}","data":"{{ChestnyZnakRig.Cms((string)key["data"]!, true)}}"}""";

        var first = await rig.TrueAsync("v3 POST auth/simpleSignIn", body);
        var second = await rig.TrueAsync("v3 POST auth/simpleSignIn", body);

        ((string)key["data"]!).Should().MatchRegex("^[A-Z]{30}$");
        first.Status.Should().Be(200);
        ((string)first.Json["token"]!).Split('.').Should().HaveCount(3);
        second.Status.Should().Be(400);
        ((string)second.Json["error_message"]!).Should().Contain("не найден");
    }

    [TestMethod]
    public async Task A_detached_signature_does_not_sign_in()
    {
        await using var rig = await ChestnyZnakRig.StartAsync(signedIn: false);

        var answer = await rig.SignInAsync(attached: false);

        answer.Status.Should().Be(403);
        rig.System.Judge.SignIns("true-api").Should().Be(0);
    }

    [TestMethod]
    public async Task A_signature_of_other_data_does_not_sign_in()
    {
        await using var rig = await ChestnyZnakRig.StartAsync(signedIn: false);
        var key = (await rig.TrueAsync("v3 GET auth/key")).Json;

        var answer = await rig.TrueAsync("v3 POST auth/simpleSignIn", $$"""{"uuid":"{{key["uuid"]}}","data":"{{ChestnyZnakRig.Cms("SOMETHINGELSE", true)}}"}""");

        answer.Status.Should().Be(400);
    }

    [TestMethod]
    public async Task A_new_client_token_kills_the_one_before_and_both_are_counted()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var before = rig.ClientToken;
        var after = (string)(await rig.SignInAsync($"/{rig.Owner.OmsConnection}")).Json["token"]!;

        var old = await rig.SuzAsync("v3 GET ping");
        rig.ClientToken = after;
        var fresh = await rig.SuzAsync("v3 GET ping");

        before.Should().NotBe(after);
        old.Status.Should().Be(401);
        fresh.Status.Should().Be(200);
        rig.System.Judge.SignIns("suz").Should().Be(2);
    }

    [TestMethod]
    public async Task A_token_of_True_API_lives_beside_a_newer_one_until_it_expires()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock });
        await rig.SignInAsync();

        var beside = await rig.TrueAsync("v4 GET doc/list?pg=milk");
        clock.Advance(TimeSpan.FromHours(10));
        var late = await rig.TrueAsync("v4 GET doc/list?pg=milk");

        beside.Status.Should().Be(200);
        late.Status.Should().Be(401);
    }

    [TestMethod]
    public async Task A_united_token_comes_under_its_own_name()
    {
        await using var rig = await ChestnyZnakRig.StartAsync(signedIn: false);
        var key = (await rig.TrueAsync("v3 GET auth/key")).Json;

        var answer = await rig.TrueAsync("v3 POST auth/simpleSignIn", $$"""{"uuid":"{{key["uuid"]}}","data":"{{ChestnyZnakRig.Cms((string)key["data"]!, true)}}","unitedToken":true}""");
        rig.Token = (string)answer.Json["uuidToken"]!;

        Guid.TryParse(rig.Token, out _).Should().BeTrue();
        (await rig.TrueAsync("v4 GET doc/list?pg=milk")).Status.Should().Be(200);
    }
}
