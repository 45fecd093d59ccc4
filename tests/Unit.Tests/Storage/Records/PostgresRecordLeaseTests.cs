using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage.Records;

/// <summary>Leases of two servers on one PostgreSQL, by its clock whatever theirs say.</summary>
[TestClass]
public sealed class PostgresRecordLeaseTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private TemporaryHome? first;
    private TemporaryHome? second;

    [TestInitialize]
    public async Task PrepareAsync()
    {
        var connectionString = await PostgresDatabase.CreateAsync();
        first = new TemporaryHome(connectionString);
        second = new TemporaryHome(connectionString);
        second.Time.SetUtcNow(second.Time.GetUtcNow().AddDays(1));
    }

    [TestMethod]
    public async Task The_second_server_gets_the_lease_when_the_first_gives_it_back()
    {
        var held = (await Of(first!).TryLeaseAsync("poll", Minute, default))!;
        var meanwhile = await Of(second!).TryLeaseAsync("poll", Minute, default);
        var renewed = await held.RenewAsync(Minute, default);
        await held.DisposeAsync();
        var after = await Of(second!).TryLeaseAsync("poll", Minute, default);

        (meanwhile, renewed).Should().Be((null, true));
        after!.Fence.Should().Be(2);
    }

    [TestMethod]
    public async Task A_server_that_restarts_waits_for_the_lease_as_any_other()
    {
        await Of(first!).TryLeaseAsync("poll", Minute, default);
        first!.Reopen();

        (await Of(first).TryLeaseAsync("poll", Minute, default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Of_many_on_two_servers_at_once_one_gets_the_lease()
    {
        IConnectorRecords[] servers = [Of(first!), Of(second!)];

        var leases = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() => servers[number % 2].TryLeaseAsync("poll", Minute, default).AsTask())));

        leases.Should().ContainSingle(lease => lease != null);
    }

    [TestMethod]
    public async Task A_lease_that_is_over_goes_to_the_next_server()
    {
        await Of(first!).TryLeaseAsync("poll", TimeSpan.FromMilliseconds(1), default);

        IRecordLease? taken = null;
        var found = SpinWait.SpinUntil(() => (taken = Of(second!).TryLeaseAsync("poll", Minute, default).AsTask().GetAwaiter().GetResult()) is not null, TimeSpan.FromSeconds(30));

        found.Should().BeTrue();
        taken!.Fence.Should().Be(2);
    }

    [TestMethod]
    public async Task A_secret_of_one_server_needs_its_key_on_the_other()
    {
        await Of(first!).WriteAsync([new RecordChange("token", "1", [1, 2]) { Secret = true }], default);
        await Of(second!).WriteAsync([new RecordChange("token", "2", [1]) { Secret = true }], default);
        var reading = () => Of(second!).GetAsync("token", "1", default).AsTask();
        var error = (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error;

        File.Copy(KeyOf(first!), KeyOf(second!), overwrite: true);

        error.Reason.Should().Be("RECORDS_KEY");
        (await Of(second!).GetAsync("token", "1", default))!.Content.Should().Equal(1, 2);
    }

    public void Dispose()
    {
        first?.Dispose();
        second?.Dispose();
    }

    private static string KeyOf(TemporaryHome home) => Path.Combine(home.Options.HomeFolder, "secrets", "records.key");

    private static IConnectorRecords Of(TemporaryHome home) => new SqlConnectorRecords(home.Database, home.Options, home.Time).Of("znak");
}
