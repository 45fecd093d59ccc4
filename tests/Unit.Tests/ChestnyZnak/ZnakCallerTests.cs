using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using Microsoft.AspNetCore.Http;
using TestKit;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class ZnakCallerTests
{
    [TestMethod]
    public async Task A_read_is_repeated_three_times_with_growing_pauses()
    {
        await using var rig = await ZnakRig.StartAsync(change: settings => settings.Limits.RepeatPause = "00:00:00.010");
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 503, Times = 3 });

        var answer = await rig.SendAsync(rig.Read with { Patience = TimeSpan.FromMinutes(1) });

        answer.Status.Should().Be(200);
        rig.System.Judge.Requests("true-api GET doc/list").Should().Be(4);
    }

    [TestMethod]
    public async Task A_read_without_patience_is_asked_once()
    {
        await using var rig = await ZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 503 });

        (await rig.SendAsync(rig.Read)).Status.Should().Be(503);

        rig.System.Judge.Requests("true-api GET doc/list").Should().Be(1);
    }

    [TestMethod]
    public async Task A_wait_that_the_other_side_asks_for_is_kept_to()
    {
        await using var rig = await ZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 429, RetryAfter = 3600 });

        var answer = await rig.SendAsync(rig.Read with { Patience = TimeSpan.FromMinutes(5) });

        answer.Status.Should().Be(429);
        answer.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        rig.System.Judge.Requests("true-api GET doc/list").Should().Be(1);
    }

    [TestMethod]
    [DataRow(nameof(CallClass.IrreversibleWrite))]
    [DataRow(nameof(CallClass.StateChangingRead))]
    public async Task What_changes_is_never_repeated(string kind)
    {
        await using var rig = await ZnakRig.StartAsync(change: settings => settings.Limits.RepeatPause = "00:00:00.010");
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 503 });

        var answer = await rig.SendAsync(rig.Read with { Class = Enum.Parse<CallClass>(kind), Patience = TimeSpan.FromMinutes(1) });

        answer.Status.Should().Be(503);
        rig.System.Judge.Requests("true-api GET doc/list").Should().Be(1);
    }

    [TestMethod]
    [DataRow(FaultKind.ResetBefore)]
    [DataRow(FaultKind.ResetAfter)]
    [DataRow(FaultKind.HalfBody)]
    public async Task A_lost_answer_to_what_changes_is_in_doubt_and_is_asked_once(FaultKind fault)
    {
        await using var rig = await ZnakRig.StartAsync();
        await rig.SendAsync(rig.Read);
        rig.System.Faults.Add(new Fault(fault, "true-api GET doc/list"));

        var call = async () => await rig.SendAsync(rig.Read with { Class = CallClass.StateChangingRead });

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.InDoubt.Should().BeTrue();
        rig.System.Faults.Left.Should().Be(0);
        rig.System.Judge.Requests("true-api GET doc/list").Should().Be(2);
    }

    [TestMethod]
    public async Task A_refused_connection_leaves_no_doubt()
    {
        await using var rig = await ZnakRig.StartAsync();
        await rig.SendAsync(rig.Read);
        await rig.System.RefuseConnectionsAsync();

        var call = async () => await rig.SendAsync(rig.Read with { Method = HttpMethod.Post, Body = "{}"u8.ToArray(), Class = CallClass.IrreversibleWrite });

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.InDoubt.Should().BeFalse();
        await rig.System.ListenAgainAsync();
    }

    [TestMethod]
    public async Task A_401_with_a_result_for_each_code_is_an_answer()
    {
        await using var rig = await ZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 401, Body = FaultBody.Items });

        var answer = await rig.SendAsync(rig.Read);

        answer.IsArray.Should().BeTrue();
        rig.System.Judge.SignIns("true-api").Should().Be(1);
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(503)]
    public async Task A_token_that_an_error_repeats_is_taken_out_of_it(int status)
    {
        const string secret = "1d2f0c5e-0000-4000-8000-00000000cafe";
        await using var gate = await Transport.TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync($"{{\"error_message\":\"Wrong header Authorization: {context.Request.Headers.Authorization}\"}}");
        });
        var settings = new ZnakSettings { Sandbox = new ZnakAddressSettings { TrueApi = $"{gate.Address}", Suz = $"{gate.Address}", Cdn = $"{gate.Address}" } };
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7707083893", Contour = "sandbox" });
        var records = new HeldRecords(TimeProvider.System);
        using var server = new ZnakServer(settings, records, new HeldSigners());
        await new TokenRecords(records).KeepAsync(TokenRecords.KeyOf(server.Plan.Organisations[0], TokenKind.TrueApi), new ZnakToken(secret, TimeProvider.System.GetUtcNow().AddDays(1)), CancellationToken.None);
        var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, "/api/v4/true-api/doc/list") { Inn = "7707083893" };

        var answer = await server.Caller.SendAsync(request, CancellationToken.None);

        answer.Text.Should().Contain("Bearer ***").And.NotContain(secret);
        ZnakFailures.ErrorOf(answer, request).ToString().Should().NotContain(secret);
    }

    [TestMethod]
    public async Task The_rate_of_a_participant_is_kept()
    {
        var clock = new ManualTimeProvider();
        var pace = new CallPace(clock);

        for (var at = 0; at < 10; at++) await pace.WaitAsync("one", TimeSpan.FromSeconds(0.1), 10, TimeSpan.FromSeconds(30), CancellationToken.None);
        var eleventh = pace.WaitAsync("one", TimeSpan.FromSeconds(0.1), 10, TimeSpan.FromSeconds(30), CancellationToken.None).AsTask();
        var other = pace.WaitAsync("other", TimeSpan.FromSeconds(0.1), 10, TimeSpan.FromSeconds(30), CancellationToken.None).AsTask();

        eleventh.IsCompleted.Should().BeFalse();
        other.IsCompleted.Should().BeTrue();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await eleventh;
    }
}
