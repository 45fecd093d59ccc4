using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class SharedBeatTests : IDisposable
{
    private static readonly ServerJob Hourly = JobBench.Job("a", "1:00:00");
    private readonly ManualTimeProvider time = new();
    private readonly MemoryJobStore store = new();
    private readonly MemoryJobClaims claims;
    private readonly NodeBench a;
    private readonly NodeBench b;

    public SharedBeatTests()
    {
        claims = new MemoryJobClaims(store, time);
        (a, b) = (new NodeBench("A", claims, store, time), new NodeBench("B", claims, store, time));
        a.Apply(Hourly);
        b.Apply(Hourly);
    }

    [TestMethod]
    public async Task Server_that_was_taken_over_claims_again_when_its_return_failed_halfway()
    {
        time.SetUtcNow(time.GetUtcNow().AddSeconds(10));
        b.Shared.Beat();
        claims.ReplanFailure = new IOException("away");
        a.Invoking(node => node.Shared.Beat()).Should().Throw<IOException>();
        claims.ReplanFailure = null;

        await a.TurnAsync();

        a.Calls.Should().Be(1);
        a.Logger.Records.Count(record => record.Id == 3123).Should().Be(1);
    }

    [TestMethod]
    public async Task Server_that_was_taken_over_claims_again_when_the_answer_to_its_renewal_was_lost()
    {
        time.Advance(TimeSpan.FromSeconds(4));
        b.Shared.Beat();
        claims.AnswerLost = new IOException("The connection was reset.");
        a.Invoking(node => node.Shared.Beat()).Should().Throw<IOException>();

        await a.TurnAsync();

        a.Calls.Should().Be(1);
    }

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }
}
