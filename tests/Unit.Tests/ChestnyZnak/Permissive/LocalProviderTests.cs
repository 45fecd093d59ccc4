using Cleverence.Connectivity;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class LocalProviderTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public async Task With_all_hosts_down_the_local_module_decides(int version)
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.Stores[0].Lm.Version = version, chain: ["cdn", "lm"]);
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetBefore, "cdn*") { Times = -1 });
        var codes = new List<object?> { rig.Code().Full, rig.Code("RETIRED").Full, rig.Code(change: code => code with { BlockedBy = ["RAR"] }).Full, rig.Code(change: code => code with { GrayZone = true }).Full };

        var result = await rig.CallAsync("CheckForSale", ("codes", codes));

        ((IReadOnlyList<object?>)result["codes"]!).Select(row => ((ConnectorRecord)row!)["reason"]).Should().Equal("OK", "ALREADY_SOLD", "BLOCKED", "GRAY_ZONE");
        var first = SaleRig.First(result);
        ((ConnectorRecord)first["receipt"]!)["1265"].Should().Be($"UUID={first["reqId"]}&Time={first["reqTimestamp"]}&Inst={rig.System.Options.LocalModule.Instance}&Ver={rig.System.Options.LocalModule.Version}");
        (first["provider"], first["offline"]).Should().Be(("Lm", true));
    }

    [TestMethod]
    [DataRow("initialization", "LM_INITIALIZATION")]
    [DataRow("sync_error", "LM_SYNC_ERROR")]
    public async Task A_module_that_is_not_ready_is_not_asked(string status, string word)
    {
        await using var rig = await SaleRig.StartAsync(chain: ["lm"]);
        rig.System.Options.LocalModule.Status = status;

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.Of(result).Should().Be(("Ask", "NO_ANSWER"));
        result["failures"].Should().BeEquivalentTo(new[] { $"Lm: {word}" });
        rig.System.Judge.Requests("lm POST cis/outCheck").Should().Be(0);
    }

    [TestMethod]
    [DataRow("initialization", "Lm: LM_INITIALIZATION")]
    [DataRow("sync_error", "Lm: LM_SYNC_ERROR")]
    public async Task A_module_that_stops_being_ready_says_so_itself(string status, string failure)
    {
        await using var rig = await SaleRig.StartAsync(chain: ["lm"]);
        await rig.CheckAsync(rig.Code());
        rig.System.Options.LocalModule.Status = status;

        var result = await rig.CheckAsync(rig.Code());

        result["failures"].Should().BeEquivalentTo(new[] { failure });
        rig.System.Judge.Requests("lm GET status").Should().Be(1);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task The_local_service_is_asked_in_each_version_of_its_protocol(int version)
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.Stores[0].Piot.Version = version, chain: ["piot", "lm"]);
        var codes = new List<object?> { rig.Code().Full, rig.Code("RETIRED").Full };

        var result = await rig.CallAsync("CheckForSale", ("codes", codes), ("group", "milk"));

        ((IReadOnlyList<object?>)result["codes"]!).Select(row => ((ConnectorRecord)row!)["reason"]).Should().Equal("OK", "ALREADY_SOLD");
        (SaleRig.First(result)["provider"], SaleRig.First(result)["offline"]).Should().Be(("Piot", false));
        rig.System.Judge.Requests("lm POST cis/outCheck").Should().Be(0);
    }

    [TestMethod]
    public async Task The_third_version_without_a_group_leaves_the_code_to_the_module()
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.Stores[0].Piot.Version = 3, chain: ["piot", "lm"]);

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.First(result)["provider"].Should().Be("Lm");
        result["failures"].Should().BeEquivalentTo(new[] { "Piot: GROUP_UNKNOWN" });
    }

    [TestMethod]
    public async Task Checked_offline_by_the_local_service_the_receipt_says_so()
    {
        await using var rig = await SaleRig.StartAsync(chain: ["piot"]);
        rig.System.Options.Piot.Offline = true;

        var first = SaleRig.First(await rig.CheckAsync(rig.Code()));

        ((string)((ConnectorRecord)first["receipt"]!)["1265"]!).Should().EndWith($"&Inst={rig.System.Options.Piot.Instance}&Ver={rig.System.Options.Piot.Version}");
        first["offline"].Should().Be(true);
    }

    [TestMethod]
    [DataRow(FaultKind.ResetBefore, 0)]
    [DataRow(FaultKind.Status, 500)]
    [DataRow(FaultKind.Status, 404)]
    [DataRow(FaultKind.HalfBody, 0)]
    public async Task A_local_service_that_fails_leaves_the_code_to_the_module(FaultKind kind, int status)
    {
        await using var rig = await SaleRig.StartAsync(chain: ["piot", "lm"]);
        rig.System.Faults.Add(new Fault(kind, "piot POST codes/check") { Status = status, Times = -1 });

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.Of(result).Should().Be(("Sell", "OK"));
        SaleRig.First(result)["provider"].Should().Be("Lm");
    }
}
