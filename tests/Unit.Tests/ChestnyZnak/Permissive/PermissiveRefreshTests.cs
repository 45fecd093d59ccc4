using Cleverence.Connectivity;
using Emulators.ChestnyZnak;
using TestKit;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class PermissiveRefreshTests
{
    private const string Info = "cdn GET cdn/info";

    [TestMethod]
    public async Task Everything_that_works_is_told_without_errors()
    {
        await using var rig = await SaleRig.StartAsync(chain: ["piot", "cdn", "lm"]);

        var report = await rig.FillAsync();

        report["hasErrors"].Should().Be(false);
        ((string)report["text"]!).Should().Contain("площадок: 2, исправных: 2").And.Contain("Shop LM: готов").And.Contain("Shop PIOT: экземпляры");
    }

    [TestMethod]
    public async Task Where_a_part_works_the_rest_is_a_warning()
    {
        await using var rig = await SaleRig.StartAsync(chain: ["cdn", "lm"]);
        rig.System.Options.LocalModule.Status = "sync_error";

        var report = await rig.FillAsync();

        report["hasErrors"].Should().Be(true);
        report["warnings"].Should().BeAssignableTo<IReadOnlyList<object?>>().Which.Should().ContainSingle().Which.As<string>().Should().StartWith("Shop LM: не готов (LM_SYNC_ERROR)");
    }

    [TestMethod]
    [DataRow("FillPermissiveSettings")]
    [DataRow("ЗапуститьЗаполнениеНастроекРазрешительногоРежима")]
    [DataRow("RefreshCdn")]
    public async Task A_job_is_not_green_while_nothing_works(string method)
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, Info) { Status = 503, Times = -1 });

        (await rig.ErrorAsync(method)).Reason.Should().Be("HOSTS_NOT_GIVEN");
    }

    [TestMethod]
    public async Task The_last_good_list_stays_when_no_new_one_is_given()
    {
        await using var rig = await SaleRig.StartAsync();
        await rig.FillAsync();
        rig.System.Options.CdnHosts.Clear();

        (await rig.ErrorAsync("FillPermissiveSettings")).Reason.Should().Be("HOSTS_EMPTY");
        rig.System.Options.CdnHosts.Add(new CdnHost { Name = "cdn01" });

        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be(("Sell", "OK"));
    }

    [TestMethod]
    public async Task A_host_that_is_unwell_is_not_asked()
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Options.CdnHosts[0].HealthCode = 1;
        await rig.FillAsync();

        await rig.CheckAsync(rig.Code());

        (rig.System.Judge.Requests("cdn01 POST codes/check"), rig.System.Judge.Requests("cdn02 POST codes/check")).Should().Be((0, 1));
    }

    [TestMethod]
    public async Task The_quickest_host_is_asked_first()
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Options.CdnHosts[0].AverageMilliseconds = 500;
        await rig.FillAsync();

        await rig.CheckAsync(rig.Code());

        (rig.System.Judge.Requests("cdn01 POST codes/check"), rig.System.Judge.Requests("cdn02 POST codes/check")).Should().Be((0, 1));
    }

    [TestMethod]
    public async Task A_dead_host_of_the_list_harms_nobody()
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Options.CdnHosts[0].Refused = true;

        var report = await rig.FillAsync();

        ((string)report["text"]!).Should().Contain("площадок: 2, исправных: 1");
        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be(("Sell", "OK"));
    }

    [TestMethod]
    public async Task The_job_fetches_the_list_between_six_and_seven_hours_after_the_last_time()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await SaleRig.StartAsync(time: clock);

        await rig.CallAsync("RefreshCdn");
        clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(1));
        await rig.CallAsync("RefreshCdn");
        var early = rig.System.Judge.Requests(Info);
        clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await rig.CallAsync("RefreshCdn");

        (early, rig.System.Judge.Requests(Info)).Should().Be((1, 2));
    }

    [TestMethod]
    public async Task The_job_renews_a_key_before_its_end()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await SaleRig.StartAsync(settings => (settings.RefreshEarliest, settings.RefreshLatest) = ("20:00:00", "20:00:00"), time: clock, key: "");
        await rig.CallAsync("RefreshCdn");

        clock.Advance(TimeSpan.FromHours(9.9));
        await rig.CallAsync("RefreshCdn");

        (rig.System.Judge.SignIns("permissive"), rig.System.Judge.Requests(Info)).Should().Be((2, 1));
    }

    [TestMethod]
    public async Task Twenty_who_fill_at_once_are_one_run()
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.SlowBefore, Info) { Milliseconds = 300, Times = -1 });

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.FillAsync()));

        rig.System.Judge.Requests(Info).Should().Be(1);
    }

    [TestMethod]
    [DataRow(true, "ready")]
    [DataRow(false, "not_configured")]
    public async Task A_bare_module_is_given_the_key_when_the_settings_let_it(bool initialise, string status)
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.Stores[0].Lm.Initialise = initialise, chain: ["cdn", "lm"]);
        rig.System.Options.LocalModule.Status = "not_configured";

        await rig.FillAsync();

        rig.System.Options.LocalModule.Status.Should().Be(status);
        rig.System.Options.LocalModule.Token.Should().Be(initialise ? SaleRig.Key : null);
    }
}
