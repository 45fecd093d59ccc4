using Cleverence.Connectivity;
using Connectors.Egais;
using Microsoft.Extensions.Logging;
using TestKit;

namespace Unit.Tests.Egais.Methods;

/// <summary>A lease that cannot be kept or given back does no harm to the run.</summary>
[TestClass]
public sealed class RunLeasesTests
{
    [TestMethod]
    [DataRow(0.0, DisplayName = "it cannot be given back")]
    [DataRow(20.0, DisplayName = "it cannot be renewed either")]
    public async Task Store_that_fails_takes_nothing_from_the_runs_result(double seconds)
    {
        var clock = new ManualTimeProvider();
        var log = new HeldLog();
        var lease = await new RunLeases(new BrokenRecords(), TimeSpan.FromSeconds(60), clock, log).TryTakeAsync(EgaisRig.A, default);
        clock.Advance(TimeSpan.FromSeconds(seconds));

        var giveBack = () => lease!.DisposeAsync().AsTask();

        await giveBack.Should().NotThrowAsync();
        log.Records.Should().NotBeEmpty().And.OnlyContain(record => record.Level == LogLevel.Warning && record.Text.Contains(EgaisRig.A));
    }

    private sealed class BrokenRecords : IConnectorRecords
    {
        public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken) => throw new IOException();

        public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) => throw new IOException();

        public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken) => throw new IOException();

        public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken) => new(new BrokenLease(name));
    }

    private sealed class BrokenLease(string name) : IRecordLease
    {
        public string Name => name;

        public long Fence => 1;

        public ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken) => throw new IOException();

        public ValueTask DisposeAsync() => throw new IOException();
    }
}
