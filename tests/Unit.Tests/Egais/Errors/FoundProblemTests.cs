using Cleverence.Connectivity;
using Emulators.Utm;
using Unit.Tests.Egais.Methods;
using Unit.Tests.Egais.Receiving;

namespace Unit.Tests.Egais.Errors;

/// <summary>What the check of the connector finds, and what waybills are kept with a warning for.</summary>
[TestClass]
public sealed class FoundProblemTests
{
    private const string Partner = "030000000009";
    private static readonly string Mark = new('7', 150);

    [TestMethod]
    [DataRow("UTM_OFFLINE", false)]
    [DataRow("UTM_WRONG_OWNER", false)]
    [DataRow("UTM_KEY", false)]
    [DataRow("UTM_CERTIFICATE_EXPIRED", false)]
    [DataRow("UTM_CERTIFICATE_EXPIRING", true)]
    [DataRow("UTM_CHEQUES_STUCK", true)]
    [DataRow("UTM_BACKLOG", true)]
    [DataRow("UTM_SHARED", true)]
    [DataRow("UTM_NOT_ALONE", true)]
    public async Task A_check_finds_it_and_says_the_next_step_in_both_languages(string code, bool isWarning)
    {
        await using var rig = await EgaisRig.StartAsync(settings => (settings.Limits.Backlog, settings.Organisations[0].Exclusive) = (10, code != "UTM_SHARED"));
        await Conditions[code](rig.System[EgaisRig.A], rig);

        var report = await rig.Connector.CheckAsync(CancellationToken.None);

        var problem = report.Problems.Should().ContainSingle(one => one.Code == code).Which;
        problem.IsWarning.Should().Be(isWarning);
        problem.NextStep.Should().NotBeNullOrWhiteSpace();
        problem.NextStepRu.Should().MatchRegex("[а-я]");
        problem.MessageRu.Should().MatchRegex("[а-я]");
    }

    [TestMethod]
    public async Task A_full_out_box_is_told_by_the_log_and_received_all_the_same()
    {
        var log = new HeldLogs();
        await using var rig = await EgaisRig.StartAsync(settings => settings.Limits.Backlog = 10, logs: log);
        rig.System.Seed.ForeignTickets(EgaisRig.A, 20);

        await rig.RunAsync();

        log.Held.Records.Should().Contain(record => record.Text.StartsWith("UTM_BACKLOG: 20 documents"));
        rig.System.Judge.Requests(EgaisRig.A, "GET /opt/out/Ticket/*").Should().Be(20);
    }

    [TestMethod]
    public async Task One_UTM_for_two_organisations_is_refused_with_the_settings()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.Settings.Organisations[1].Port = rig.Settings.Organisations[0].Port;

        rig.Invoking(one => one.NewConnector()).Should().Throw<ConnectorSettingsException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "UTM_TWICE");
    }

    [TestMethod]
    public async Task A_mark_that_stands_twice_in_a_waybill_is_a_warning_that_shows_its_beginning_only()
    {
        await using var rig = await EgaisRig.StartAsync();
        Receive(rig, Mark, Mark);

        await rig.RunAsync();

        var warning = (await WarningsAsync(rig)).Should().ContainSingle().Which;
        warning.Should().StartWith("MARK_DUPLICATE").And.Contain($"{Mark[..20]}… (150)").And.NotContain(Mark[..21]);
        (await rig.StateAsync(await rig.IncomingAsync())).Should().Be("ReceivedFromEgais");
    }

    [TestMethod]
    public async Task Other_content_after_an_act_is_a_warning_and_the_act_goes_on()
    {
        await using var rig = await EgaisRig.StartAsync();
        Receive(rig, Mark);
        await rig.RunAsync();
        await rig.PrepareAsync(await rig.IncomingAsync(), "ConfirmReceipt");
        Receive(rig, new string('8', 150));

        await rig.RunOftenAsync();

        (await WarningsAsync(rig)).Should().ContainSingle().Which.Should().StartWith("CHANGED_AFTER_ACT");
        rig.System.Judge.Posts(EgaisRig.B).Should().ContainSingle();
    }

    private static readonly Dictionary<string, Func<UtmHost, EgaisRig, Task>> Conditions = new()
    {
        ["UTM_OFFLINE"] = (host, _) => host.GoOfflineAsync(),
        ["UTM_WRONG_OWNER"] = (host, _) => Done(() => host.Conditions.DatabaseOwner = Partner),
        ["UTM_KEY"] = (host, _) => Done(() => host.Conditions.RsaError = Troubles.KeyText),
        ["UTM_CERTIFICATE_EXPIRED"] = (host, rig) => Done(() => host.Conditions.GostExpires = rig.Clock.GetUtcNow().AddDays(-1)),
        ["UTM_CERTIFICATE_EXPIRING"] = (host, rig) => Done(() => host.Conditions.RsaExpires = rig.Clock.GetUtcNow().AddDays(13)),
        ["UTM_CHEQUES_STUCK"] = (host, rig) => Done(() => host.Conditions.UnsentChequesSince = rig.Clock.GetUtcNow().AddDays(-4)),
        ["UTM_BACKLOG"] = (_, rig) => Done(() => rig.System.Seed.ForeignTickets(EgaisRig.A, 11)),
        ["UTM_SHARED"] = (_, _) => Task.CompletedTask,
        ["UTM_NOT_ALONE"] = (_, rig) => Done(() => rig.System.Seed.ForeignTickets(EgaisRig.A, 1)),
    };

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static void Receive(EgaisRig rig, params string[] marks)
    {
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", Troubles.Text(UtmXml.Waybill("Н-1", Partner, EgaisRig.B, "wbl-1", ("1", marks))));
        rig.System.Seed.Entry(EgaisRig.B, "FORM2REGINFO", Troubles.Text(UtmXml.Registration("Н-1", Partner, EgaisRig.B, "TTN-0900000001", "wbl-1", "1")));
    }

    private static async Task<IEnumerable<string>> WarningsAsync(EgaisRig rig)
    {
        var payload = (ConnectorRecord)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", await rig.IncomingAsync())))["payload"]!;
        return ((IReadOnlyList<object?>)payload["warnings"]!).Cast<string>();
    }
}
