using Cleverence.Connectivity;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Several servers, and several organisations in one run.</summary>
[TestClass]
public sealed class FetchTogetherTests
{
    private const string Taking = "suz GET codes";
    private const string OtherInn = "7707049388";

    [TestMethod]
    public async Task A_run_whose_lock_went_to_another_server_asks_for_nothing_more_and_loses_nothing()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        IRecordLease? other = null;
        var slept = new FirstProgress(() =>
        {
            rig.Time.Move(rig.Plan.Suz.LockTime + TimeSpan.FromSeconds(1));
            other = rig.Records.TryLeaseAsync(StationFetch.LockOf(rig.Station), rig.Plan.Suz.LockTime, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        });

        var report = await rig.FetchAsync(feedback: slept);
        var asked = rig.System.Judge.Requests(Taking);
        await other!.DisposeAsync();
        await rig.FetchAsync();

        report.Error!.Reason.Should().Be(FetchTurn.LostReason);
        asked.Should().Be(1);
        rig.Codes.All.Should().HaveCount(250);
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_organisation_whose_profile_is_refused_does_not_hold_up_the_other()
    {
        await using var rig = await SuzConnectorRig.StartAsync(settings => settings.Organisations.Insert(0, new ZnakOrganisationSettings
        {
            Inn = OtherInn, Contour = "sandbox", Signer = "key", OmsId = "1d2f0c5e-0000-4000-8000-000000000001", OmsConnection = "1d2f0c5e-0000-4000-8000-000000000002", Exclusive = true,
        }));
        var order = rig.System.Seed.Order(rig.Milk, 30);
        await rig.SubOrders.SaveAsync(new SubOrder(rig.Owner.OmsId, order.OrderId, rig.Milk.Gtin) { Inn = rig.Owner.Inn, Ordered = 30 }, CancellationToken.None);
        await rig.SubOrders.SaveAsync(new SubOrder("1d2f0c5e-0000-4000-8000-000000000001", "1d2f0c5e-0000-4000-8000-000000000003", rig.Milk.Gtin) { Inn = OtherInn, Ordered = 30 }, CancellationToken.None);

        var result = await rig.AskAsync("FetchMarkingCodes");

        result["codes"].Should().Be(30L);
        ((List<object?>)result["stations"]!).Cast<ConnectorRecord>().Select(station => (station["organisation"], station["failed"])).Should().Equal((OtherInn, 1L), (rig.Owner.Inn, 0L));
        ((List<object?>)result["warnings"]!).Should().NotBeEmpty("the run is not green as a whole");
    }
}
