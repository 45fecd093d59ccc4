using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class FetchRunTests
{
    private const string Taking = "suz GET codes";

    [TestMethod]
    public async Task An_order_that_is_not_ready_is_left_for_later()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(20);
        rig.System.World.Orders.Put(order with { Status = "PENDING", ReadyAt = rig.Time.GetUtcNow().AddMinutes(3), Buffers = [order.Buffers[0] with { Status = "PENDING" }] });

        await rig.FetchAsync();
        var early = rig.System.Judge.Requests(Taking);
        rig.Time.Move(TimeSpan.FromMinutes(4));
        await rig.FetchAsync();

        early.Should().Be(0);
        rig.Codes.All.Should().HaveCount(20);
    }

    [TestMethod]
    public async Task A_rejected_order_ends_with_its_reason_and_a_notice()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(20);
        rig.System.World.Orders.Put(order with { Status = "DECLINED", Buffers = [order.Buffers[0] with { Status = "REJECTED", RejectionReason = "Order declined: no money" }] });

        var report = await rig.FetchAsync();

        report.Notes.Should().ContainSingle(note => note.Code == "SUZ_ORDER_REJECTED" && note.Message.EndsWith("Order declined: no money"));
        (await rig.SubOrderAsync(order.OrderId)).Should().Match<SubOrder>(held => held.Final && held.LastError == "Order declined: no money");
    }

    [TestMethod]
    public async Task Codes_that_will_be_annulled_within_a_week_are_warned_of()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(20);
        rig.System.World.Orders.Put(order with { Created = rig.Time.GetUtcNow().AddDays(-25) });

        var report = await rig.FetchAsync(wanted: 5);

        report.Notes.Should().ContainSingle(note => note.Code == "SUZ_EXPIRES" && note.Message.Contains("in 4 days"));
    }

    [TestMethod]
    public async Task A_run_begins_nothing_new_when_its_time_is_used_up()
    {
        await using var rig = await SuzRig.StartAsync(settings => settings.Suz.Budget = "00:00:00.0000001");
        await rig.OrderAsync(20);

        var report = await rig.FetchAsync();

        report.Unfinished.Should().BeTrue();
        rig.System.Judge.Requests(Taking).Should().Be(0);
    }

    [TestMethod]
    public async Task A_profile_is_fetched_by_one_server_at_a_time()
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(20);
        await using var other = await rig.Records.TryLeaseAsync(StationFetch.LockOf(rig.Station), TimeSpan.FromMinutes(4), CancellationToken.None);

        var report = await rig.FetchAsync();

        report.AlreadyRunning.Should().BeTrue();
        report.NothingWorked.Should().BeFalse();
        rig.System.Judge.Requests(Taking).Should().Be(0);
    }

    [TestMethod]
    public async Task Two_servers_at_once_take_every_code_once()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);

        var reports = await Task.WhenAll(rig.FetchAsync(), rig.FetchAsync(), rig.FetchAsync());

        reports.Should().ContainSingle(report => !report.AlreadyRunning);
        rig.Codes.All.Should().HaveCount(250);
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_single_order_is_fetched_without_the_job_and_only_as_much_as_is_wanted()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 250);

        await rig.FetchAsync(orderId: order.OrderId, wanted: 15);
        var some = rig.Codes.All.Count;
        await rig.FetchAsync(orderId: order.OrderId);

        some.Should().Be(15);
        rig.Codes.All.Should().HaveCount(250);
        (await rig.SubOrderAsync(order.OrderId)).Final.Should().BeTrue();
    }

    [TestMethod]
    public async Task One_order_that_is_not_known_there_does_not_stop_the_others()
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(20);
        await rig.SubOrders.SaveAsync(new SubOrder(rig.Owner.OmsId, "00000000-0000-4000-8000-000000000000", rig.Milk.Gtin) { Inn = rig.Owner.Inn }, CancellationToken.None);

        var report = await rig.FetchAsync();

        report.Failed.Should().Be(1);
        report.Succeeded.Should().Be(1);
        rig.Codes.All.Should().HaveCount(20);
    }

    [TestMethod]
    public async Task A_job_that_could_do_nothing_at_all_fails_and_one_that_did_something_warns()
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(20);
        var fetch = StationFetch.Make(rig.Client, rig.Codes, rig.Records, rig.Closings, rig.Plan.Suz, rig.Time, NullLogger.Instance);
        var job = new CodeFetch([rig.Station], fetch, NullLogger.Instance);
        rig.System.Faults.Add(new Fault(FaultKind.Status, "suz GET order/status") { Status = 503, Times = -1 });

        var failing = () => job.RunAsync(null, CancellationToken.None);
        await failing.Should().ThrowAsync<ConnectorException>();
        rig.System.Faults.Clear();
        rig.System.Faults.Add(new Fault(FaultKind.Status, Taking) { Status = 400 });
        var result = await job.RunAsync(null, CancellationToken.None);

        result["warnings"].Should().BeAssignableTo<IReadOnlyList<object?>>().Which.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_policy_of_never_closes_nothing()
    {
        await using var rig = await SuzRig.StartAsync(settings => settings.Suz.ClosePolicy = "never");
        var order = await rig.OrderAsync(20);

        await rig.FetchAsync();

        rig.Closings.Asked.Should().BeEmpty();
        (await rig.SubOrderAsync(order.OrderId)).Should().Match<SubOrder>(held => held.Final && !held.CloseAsked);
    }
}
