using Microsoft.Extensions.Logging;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class ClaimLedgerTests : IDisposable
{
    private static readonly JobNode Node = new("a-1", "A");
    private readonly ManualTimeProvider time = new();
    private readonly MemoryJobStore store = new();
    private readonly RecordingLogger logger = new();
    private readonly ILoggerFactory loggers;
    private readonly MemoryJobClaims claims;
    private readonly ClaimLedger ledger;

    public ClaimLedgerTests()
    {
        claims = new MemoryJobClaims(store, time);
        loggers = LoggerFactory.Create(builder => builder.AddProvider(logger));
        ledger = new ClaimLedger(claims, Node, loggers.CreateLogger<ClaimLedger>());
        claims.Renew(Node, TimeSpan.FromHours(1));
        claims.Register(Node, [Job("one"), Job("two"), Job("three")]);
    }

    [TestMethod]
    public void End_that_the_database_does_not_take_is_recorded_without_texts_and_holds_up_no_other()
    {
        claims.Refuses = end => end.Run?.Message == "bad" ? new ArgumentException("Unable to translate the character.") : null;
        EndAll("bad");

        ledger.Flush();

        store.Runs.Should().HaveCount(3).And.OnlyContain(run => run.Outcome == JobOutcome.Failed);
        store.Runs.Single(run => run.JobId == "one").Message.Should().Contain("could not be stored");
        store.Runs.Single(run => run.JobId == "two").Message.Should().Be("good");
        ledger.Count.Should().Be(0);
        logger.Records.Should().ContainSingle(record => record.Id == 3130);
    }

    [TestMethod]
    public void End_that_the_database_never_takes_waits_alone()
    {
        claims.Refuses = end => end.JobId == "one" ? new ArgumentException("No.") : null;
        EndAll("bad");

        ledger.Invoking(all => all.Flush()).Should().Throw<AggregateException>();

        ledger.Count.Should().Be(1);
        claims.Read().Jobs.Count(row => row.Owner is null).Should().Be(2);
    }

    [TestMethod]
    public void Ends_are_not_tried_one_by_one_while_the_database_is_away()
    {
        var asked = 0;
        claims.Refuses = _ => ++asked > 0 ? new IOException("away") : null;
        EndAll("any");

        ledger.Invoking(all => all.Flush()).Should().Throw<IOException>();

        asked.Should().Be(1);
        ledger.Count.Should().Be(3);
    }

    [TestMethod]
    public void What_is_claimed_while_the_standing_claims_are_read_is_not_let_go()
    {
        var claim = new JobClaim("one", 1, "r", JobTrigger.Schedule, null, 1);

        ledger.Keep(() =>
        {
            ledger.Open(claim, null);
            return [];
        });

        ledger.Holds("r").Should().BeTrue();
    }

    [TestMethod]
    public void What_is_freed_while_the_standing_claims_are_read_is_no_stray()
    {
        EndAll("any");

        var strays = ledger.TakeStrays(
            () =>
            {
                var standing = claims.Held(Node);
                ledger.Flush();
                return standing;
            },
            claim => throw new InvalidOperationException($"{claim.JobId} is no stray."));

        strays.Should().BeEmpty();
    }

    public void Dispose() => loggers.Dispose();

    private static JobDefinition Job(string id) => new(id, "h", id, "One:Run") { Period = TimeSpan.FromHours(1) };

    // "one" ends with a text, the others with a good one.
    private void EndAll(string text)
    {
        var all = claims.Claim(Node, new ClaimTerms(10, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1))).Claims.ToList();
        all.ForEach(claim => ledger.Open(claim, null));
        all.ForEach(claim => ledger.Free(claim, new JobRun(claim.RunId, claim.JobId, claim.JobId, "One:Run", claim.Trigger, time.GetUtcNow()) { Outcome = JobOutcome.Failed, Message = claim.JobId == "one" ? text : "good" }, null));
    }
}
