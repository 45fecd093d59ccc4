using Connectors.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class StoreFailureTests
{
    [TestMethod]
    public async Task Codes_in_hand_are_stored_when_the_database_is_back_and_not_asked_for_again()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(20);

        var report = await FetchAsync(rig, refusals: 2, rig.Plan.Suz);

        report.Failed.Should().Be(0);
        report.Recovered.Should().Be(0);
        rig.Codes.All.Should().HaveCount(20);
        rig.System.Judge.Requests("suz GET codes").Should().Be(1);
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_block_that_could_not_be_stored_ends_neither_the_run_of_other_orders_nor_is_it_lost()
    {
        await using var rig = await SuzRig.StartAsync();
        var first = await rig.OrderAsync(20);
        var second = await rig.OrderAsync(20);

        var report = await FetchAsync(rig, refusals: 1, rig.Plan.Suz with { StoreTime = TimeSpan.Zero });
        var stored = rig.Codes.All.Count;
        await rig.FetchManyAsync();

        report.Notes.Should().ContainSingle(note => note.Code == "STORE_FAILED");
        stored.Should().Be(20);
        rig.Codes.All.Should().HaveCount(40);
        (await rig.LostAsync(first.OrderId)).Concat(await rig.LostAsync(second.OrderId)).Should().BeEmpty();
    }

    private static Task<StationReport> FetchAsync(SuzRig rig, int refusals, SuzOptions options) =>
        StationFetch.Make(rig.Client, new HookedCodes(rig.Codes) { Refusals = refusals }, rig.Records, rig.Closings, options, rig.Time, NullLogger.Instance).RunAsync(rig.Station, null, null, null, CancellationToken.None);
}
