using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class MemoryJobStoreTests : JobStoreContract
{
    protected override IJobStore Store { get; } = new MemoryJobStore();
}
