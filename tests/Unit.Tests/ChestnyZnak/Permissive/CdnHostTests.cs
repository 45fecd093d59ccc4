using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class CdnHostTests
{
    private const string First = "cdn01 POST codes/check";
    private const string Second = "cdn02 POST codes/check";

    [TestMethod]
    [DataRow(FaultKind.ResetBefore, 0)]
    [DataRow(FaultKind.ResetAfter, 0)]
    [DataRow(FaultKind.HalfBody, 0)]
    [DataRow(FaultKind.Status, 429)]
    [DataRow(FaultKind.Status, 500)]
    [DataRow(FaultKind.Status, 502)]
    [DataRow(FaultKind.Status, 503)]
    [DataRow(FaultKind.Status, 504)]
    [DataRow(FaultKind.Status, 404)]
    [DataRow(FaultKind.Status, 410)]
    public async Task The_next_host_answers_in_place_of_one_that_fails(FaultKind kind, int status)
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Faults.Add(new Fault(kind, First) { Status = status, Times = -1 });

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.Of(result).Should().Be(("Sell", "OK"));
        (rig.System.Judge.Requests(First), rig.System.Judge.Requests(Second)).Should().Be((1, 1));
    }

    [TestMethod]
    [DataRow(FaultBody.Html)]
    [DataRow(FaultBody.Empty)]
    [DataRow(FaultBody.TruncatedJson)]
    [DataRow(FaultBody.StackTrace)]
    [DataRow(FaultBody.Xml)]
    [DataRow(FaultBody.Items)]
    public async Task A_host_that_says_yes_and_nothing_readable_has_not_answered(FaultBody body)
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, First) { Status = 200, Body = body, Times = -1 });

        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be(("Sell", "OK"));
        rig.System.Judge.Requests(Second).Should().Be(1);
    }

    [TestMethod]
    [DataRow(FaultKind.Hang)]
    [DataRow(FaultKind.HangAfter)]
    [DataRow(FaultKind.Drip)]
    public async Task A_slow_host_is_left_for_the_next_one(FaultKind kind)
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.HostLimit = "00:00:00.3");
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(kind, First) { Times = -1, Milliseconds = 60_000 });

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.Of(result).Should().Be(("Sell", "OK"));
        ((long)result["elapsedMs"]!).Should().BeLessThan(30_000);
    }

    [TestMethod]
    public async Task Whatever_all_hosts_and_the_module_do_the_till_has_its_verdict_within_the_budget()
    {
        await using var rig = await SaleRig.StartAsync(settings => (settings.Budget, settings.HostLimit) = ("00:00:01.5", "00:00:00.5"), chain: ["cdn", "lm"]);
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Hang, "cdn*") { Times = -1 }, new Fault(FaultKind.Hang, "lm*") { Times = -1 });

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.Of(result).Should().Be(("Ask", "NO_ANSWER"));
        result["textRu"].Should().Be("Решите сами: проверка не ответила");

        // The faults hold for ten minutes; the bound only leaves room for a busy machine.
        ((long)result["elapsedMs"]!).Should().BeInRange(1000, 20_000);
    }

    [TestMethod]
    public async Task A_host_that_leaves_flags_out_has_not_answered()
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Options.CdnHosts[0].Incomplete = true;

        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be(("Sell", "OK"));
        rig.System.Options.CdnHosts[1].Incomplete = true;

        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be(("Ask", "NO_ANSWER"));
    }

    [TestMethod]
    public async Task A_refused_key_is_renewed_behind_the_sale()
    {
        await using var rig = await SaleRig.StartAsync(key: "");
        await rig.FillAsync();
        rig.System.World.Tokens.Put([.. rig.System.World.Tokens.All.Select(token => token with { Expires = DateTimeOffset.MinValue })]);

        var refused = await rig.CheckAsync(rig.Code());
        await WaitAsync(async () => SaleRig.Of(await rig.CheckAsync(rig.Code())) == ("Sell", "OK"));

        SaleRig.Of(refused).Should().Be(("Ask", "NO_ANSWER"));
        rig.System.Judge.SignIns("permissive").Should().Be(2);
        rig.System.Judge.Requests(Second).Should().Be(0);
        rig.Mode.Problems.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_fixed_key_that_is_refused_is_an_alarm()
    {
        await using var rig = await SaleRig.StartAsync();
        await rig.FillAsync();
        rig.System.Options.ApiKeys.Clear();

        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be(("Ask", "NO_ANSWER"));

        rig.Mode.Problems.Should().ContainSingle().Which.Code.Should().Be("PERMISSIVE_KEY_REFUSED");
        rig.System.Options.ApiKeys.Add(SaleRig.Key);
        await rig.CallAsync("RefreshCdn");
        rig.Mode.Problems.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(404)]
    [DataRow(410)]
    public async Task A_host_that_is_gone_makes_the_list_be_fetched(int status)
    {
        await using var rig = await SaleRig.StartAsync();
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, First) { Status = status });

        await rig.CheckAsync(rig.Code());

        await WaitAsync(() => Task.FromResult(rig.System.Judge.Requests("cdn GET cdn/info") == 2));
    }

    [TestMethod]
    public async Task A_host_that_failed_three_times_is_not_asked_any_more()
    {
        await using var rig = await SaleRig.StartAsync();
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, First) { Status = 500, Times = -1 });

        await rig.CheckAsync(rig.Code());
        await rig.CheckAsync(rig.Code());
        await rig.CheckAsync(rig.Code());
        await rig.CheckAsync(rig.Code());

        (rig.System.Judge.Requests(First), rig.System.Judge.Requests(Second)).Should().Be((3, 4));
    }

    [TestMethod]
    public async Task The_first_sale_of_all_fetches_the_list_itself()
    {
        await using var rig = await SaleRig.StartAsync(key: "");

        await WaitAsync(async () => SaleRig.Of(await rig.CheckAsync(rig.Code())) == ("Sell", "OK"));

        rig.System.Judge.SignIns("permissive").Should().Be(1);
    }

    [TestMethod]
    public async Task After_a_restart_the_last_good_list_is_at_hand()
    {
        await using var rig = await SaleRig.StartAsync();
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "cdn GET*") { Status = 503, Times = -1 });
        using var restarted = rig.Restarted();

        var call = new Cleverence.Warehouse.InvokeArgs("Znak", "", "CheckForSale", [new Cleverence.Warehouse.InvokeArg("codes", rig.Code().Full)]);
        var result = await restarted.Methods.InvokeAsync(call, CancellationToken.None);

        SaleRig.Of((ConnectorRecord)result.Value!).Should().Be(("Sell", "OK"));
        rig.System.Judge.Requests("cdn GET cdn/info").Should().Be(1);
    }

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await done()) await Task.Delay(20, limit.Token);
    }
}
