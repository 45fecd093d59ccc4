using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class MemoryJobClaimsTests : JobClaimsContract
{
    private readonly ManualTimeProvider time = new();
    private readonly MemoryJobStore store = new();
    private MemoryJobClaims? claims;

    protected override IJobClaims Claims => claims ??= new MemoryJobClaims(store, time);

    protected override IJobStore Store => store;

    protected override void Advance(TimeSpan by) => time.SetUtcNow(time.GetUtcNow() + by);
}
