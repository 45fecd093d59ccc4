using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage.Records;

/// <summary>Leases on one server, by its clock.</summary>
[TestClass]
public sealed class RecordLeaseTests : StoreTest
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task Only_one_holds_a_lease_until_it_is_given_back()
    {
        var first = (await TryAsync())!;
        var meanwhile = await TryAsync();
        await first.DisposeAsync();
        var second = (await TryAsync())!;

        meanwhile.Should().BeNull();
        (first.Name, first.Fence, second.Fence).Should().Be(("poll", 1, 2));
        (await first.RenewAsync(Minute, default)).Should().BeFalse();
        await first.DisposeAsync();
        (await TryAsync()).Should().BeNull("one that is over cannot give back what another holds");
    }

    [TestMethod]
    public async Task A_lease_ends_with_its_time_and_lasts_longer_when_renewed()
    {
        var first = (await TryAsync())!;
        Home.Time.Advance(TimeSpan.FromSeconds(59));
        var renewed = await first.RenewAsync(Minute, default);
        Home.Time.Advance(TimeSpan.FromSeconds(59));
        var meanwhile = await TryAsync();
        Home.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await TryAsync();

        (renewed, meanwhile).Should().Be((true, null));
        second!.Fence.Should().Be(2);
        (await first.RenewAsync(Minute, default)).Should().BeFalse();
    }

    [TestMethod]
    public async Task A_lease_that_is_over_and_that_nobody_took_can_be_renewed()
    {
        var first = (await TryAsync())!;
        Home.Time.Advance(TimeSpan.FromHours(1));

        (await first.RenewAsync(Minute, default)).Should().BeTrue();
        (await TryAsync()).Should().BeNull();
    }

    [TestMethod]
    public async Task A_clock_set_back_does_not_hold_a_lease_for_ever()
    {
        await TryAsync();
        Home.Time.SetUtcNow(Home.Time.GetUtcNow().AddHours(-3));

        (await TryAsync()).Should().NotBeNull();
    }

    [TestMethod]
    public async Task What_an_earlier_start_of_the_only_server_held_is_free()
    {
        await TryAsync();
        Home.Reopen();

        (await TryAsync())!.Fence.Should().Be(2);
    }

    [TestMethod]
    public async Task Of_many_at_once_one_gets_the_lease()
    {
        var records = Records();

        var leases = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => records.TryLeaseAsync("poll", Minute, default).AsTask())));

        leases.Should().ContainSingle(lease => lease != null);
    }

    private IConnectorRecords Records() => new SqlConnectorRecords(Home.Database, Home.Options, Home.Time).Of("znak");

    private ValueTask<IRecordLease?> TryAsync() => Records().TryLeaseAsync("poll", Minute, default);
}
