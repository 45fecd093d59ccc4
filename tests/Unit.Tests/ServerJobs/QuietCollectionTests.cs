using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class QuietCollectionTests
{
    private const long Megabyte = 1 << 20;
    private static readonly TimeSpan Far = QuietCollection.Gap;
    private readonly QuietCollection quiet = new();

    [TestMethod]
    public void With_many_runs_and_much_allocated_it_is_time_in_a_gap_long_enough()
    {
        quiet.IsDue(Far, 0, 0);
        quiet.Count(1000);

        quiet.IsDue(Far, 0, 9 * Megabyte).Should().BeTrue();
        quiet.IsDue(Far - TimeSpan.FromTicks(1), 0, 9 * Megabyte).Should().BeFalse("the next moment would come meanwhile");
        quiet.IsDue(Far, 0, 7 * Megabyte).Should().BeFalse("little was allocated");
    }

    [TestMethod]
    public void With_few_runs_memory_is_filled_by_others_and_left_to_the_runtime()
    {
        quiet.IsDue(Far, 0, 0);
        quiet.Count(499);

        quiet.IsDue(Far, 0, 500 * Megabyte).Should().BeFalse();
    }

    [TestMethod]
    public void Beside_others_that_fill_the_memory_it_is_left_to_the_runtime()
    {
        quiet.IsDue(Far, 0, 0);
        quiet.Count(1000);

        quiet.IsDue(Far, 0, 17 * Megabyte).Should().BeFalse("17 KB a run are not of the runs");
    }

    [TestMethod]
    public void Where_the_runtime_collects_earlier_half_of_what_it_waited_for_is_enough_from_then_on()
    {
        quiet.Count(500);
        quiet.IsDue(Far, 1, 4 * Megabyte);
        quiet.Count(500);

        quiet.IsDue(Far, 1, (4 + 1) * Megabyte).Should().BeFalse();
        quiet.IsDue(Far, 1, (4 + 2) * Megabyte).Should().BeTrue();
    }

    [TestMethod]
    public void After_a_collection_everything_is_counted_anew()
    {
        quiet.Count(1000);
        var collections = GC.CollectionCount(0);

        quiet.Collect();

        GC.CollectionCount(0).Should().BeGreaterThan(collections);
        quiet.IsDue(Far, GC.CollectionCount(0), GC.GetTotalAllocatedBytes() + (100 * Megabyte)).Should().BeFalse("no run was started since");
    }
}
