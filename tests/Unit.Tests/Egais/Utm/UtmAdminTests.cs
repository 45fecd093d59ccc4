using Cleverence.Connectivity;
using Connectors.Egais;
using Emulators.Utm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmAdminTests
{
    [TestMethod]
    public async Task The_status_tells_of_every_UTM_also_when_one_is_away()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.System[UtmRig.Wholesaler].GoOfflineAsync();

        var status = await Admin(rig).GetStatusAsync(CancellationToken.None);

        var found = ((List<object?>)status["organisations"]!).Cast<ConnectorRecord>().ToList();
        found.Select(one => (one["fsrarId"], one["verdict"], one["errorCode"])).Should().Equal((UtmRig.Wholesaler, "Offline", "UTM_OFFLINE"), (UtmRig.Shop, "Ok", null));
        status["ok"].Should().Be(false);
        ((string)status["errorText"]!).Should().Contain(UtmRig.Wholesaler);
    }

    [TestMethod]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public async Task A_UTM_may_be_stopped_when_it_has_handed_everything_over(bool waits, bool safe)
    {
        await using var rig = await UtmRig.StartAsync(options: new UtmOptions { RegistryDelay = TimeSpan.Zero });
        rig.System.Options.RegistryDelay = waits ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        var act = rig.System.Options.RegistryDelay == TimeSpan.Zero ? rig.Act() : ActBefore(rig);
        await rig.Adapter.SendAsync(act, CancellationToken.None);

        (await Admin(rig).IsSafeToStopAsync(UtmRig.Shop, CancellationToken.None)).Should().Be(safe);
    }

    [TestMethod]
    [DataRow("Sending", false)]
    [DataRow("Uncertain", false)]
    [DataRow("Enqueued", true)]
    public async Task A_UTM_may_not_be_stopped_while_something_is_on_its_way_to_it(string stage, bool safe)
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.KeepAsync(rig.Act() with { Stage = Enum.Parse<Cleverence.Connectivity.Exchange.ExchangeStage>(stage) });

        (await Admin(rig).IsSafeToStopAsync(UtmRig.Shop, CancellationToken.None)).Should().Be(safe);
    }

    [TestMethod]
    public async Task A_connection_is_tried_at_the_hosts_of_the_settings()
    {
        await using var rig = await UtmRig.StartAsync();

        var found = await Admin(rig).TestConnectionAsync("127.0.0.1", CancellationToken.None, rig.Host.Port);

        (found["fsrarId"], found["version"], found["configured"]).Should().Be((UtmRig.Shop, "4.2.0-b2490", true));
    }

    [TestMethod]
    [DataRow("169.254.169.254")]
    [DataRow("erp.example")]
    [DataRow("http://127.0.0.1")]
    [DataRow("")]
    public async Task No_caller_can_look_around_in_the_server_s_network(string host)
    {
        await using var rig = await UtmRig.StartAsync();

        var tried = () => Admin(rig).TestConnectionAsync(host, CancellationToken.None, 80);

        (await tried.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("ADDRESS_REFUSED");
    }

    [TestMethod]
    [DataRow(false, false, "UTM_SHARED")]
    [DataRow(false, true, "UTM_SHARED")]
    [DataRow(true, true, "UTM_NOT_ALONE")]
    [DataRow(true, false, null)]
    public async Task The_check_says_who_else_may_be_using_a_UTM(bool exclusive, bool others, string? code)
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Exclusive = exclusive);
        rig.System.Seed.ForeignTickets(UtmRig.Shop, others ? 3 : 0);

        var report = await new EgaisCheck(rig.Plan, rig.Health, new OtherPrograms(rig.Utm, rig.Engine)).RunAsync(CancellationToken.None);

        report.Problems.Select(problem => problem.Code).Should().Equal(code is null ? [] : [code]);
        report.Problems.Where(problem => !problem.IsWarning || problem.Field != "organisations[1].exclusive").Should().BeEmpty();
        report.Problems.Select(problem => problem.Message.Contains("nswers to 3 requests") || problem.Message.Contains("(3 or more)")).Should().Equal(code is null ? [] : [others]);
        report.Answered.Should().Contain("4.2.0-b2490");
    }

    [TestMethod]
    public async Task The_check_tells_a_UTM_that_is_away_or_somebody_else_s()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.System[UtmRig.Wholesaler].GoOfflineAsync();
        rig.Host.Conditions.KeyOwner = UtmRig.Wholesaler;

        var report = await new EgaisCheck(rig.Plan, rig.Health, new OtherPrograms(rig.Utm, rig.Engine)).RunAsync(CancellationToken.None);

        report.Problems.Select(problem => (problem.Code, problem.Field)).Should().Equal(("UTM_OFFLINE", "organisations[0].host"), ("UTM_WRONG_OWNER", "organisations[1]"));
        report.IsOk.Should().BeFalse();
    }

    private static Cleverence.Connectivity.Exchange.ExchangeMessage ActBefore(UtmRig rig)
    {
        var delay = rig.System.Options.RegistryDelay;
        rig.System.Options.RegistryDelay = TimeSpan.Zero;
        var act = rig.Act();
        rig.System.Options.RegistryDelay = delay;
        return act;
    }

    private static UtmAdminMethods Admin(UtmRig rig) => new(rig.Plan, rig.Health, new UtmTrial(rig.Plan, NullLogger.Instance, TimeProvider.System), rig.Utm, rig.Engine, rig.Time);
}
