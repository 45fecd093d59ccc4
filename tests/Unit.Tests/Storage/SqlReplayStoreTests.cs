using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public class SqlReplayStoreTests : StoreTest
{
    private static readonly byte[] Hash = [1, 2, 3];
    private SqlReplayStore? store;

    private SqlReplayStore Store => store ??= new SqlReplayStore(Home.Database, Home.Options, Home.Time);

    [TestMethod]
    public async Task A_key_goes_from_new_to_unfinished_to_finished()
    {
        var first = await Store.TryBeginAsync("k", Hash, default);
        var during = await Store.TryBeginAsync("k", Hash, default);
        var completed = await Store.CompleteAsync("k", [9], default);
        var completedAgain = await Store.CompleteAsync("k", [8], default);
        var after = await Store.TryBeginAsync("k", Hash, default);

        (first.Verdict, during.Verdict, completed, completedAgain).Should().Be((ReplayVerdict.New, ReplayVerdict.Unfinished, true, false));
        after.Should().BeEquivalentTo(new ReplayBegin(ReplayVerdict.Finished, [9]));
    }

    [TestMethod]
    public async Task Other_arguments_under_one_key_are_a_conflict()
    {
        await Store.TryBeginAsync("k", Hash, default);

        (await Store.TryBeginAsync("k", [1, 2, 4], default)).Verdict.Should().Be(ReplayVerdict.Conflict);
    }

    [TestMethod]
    public async Task Of_many_at_once_one_makes_the_call()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Store.TryBeginAsync("k", Hash, default).AsTask()));

        begun.Count(answer => answer.Verdict == ReplayVerdict.New).Should().Be(1);
        begun.Count(answer => answer.Verdict == ReplayVerdict.Unfinished).Should().Be(49);
    }

    [TestMethod]
    public async Task An_unfinished_key_is_found_after_a_restart()
    {
        await Store.TryBeginAsync("k", Hash, default);
        store = new SqlReplayStore(Home.Reopen(), Home.Options, Home.Time);

        (await Store.TryBeginAsync("k", Hash, default)).Verdict.Should().Be(ReplayVerdict.Unfinished);
    }

    [TestMethod]
    public async Task A_key_given_back_is_new_again()
    {
        await Store.TryBeginAsync("k", Hash, default);

        (await Store.ForgetAsync("k", default)).Should().BeTrue();
        (await Store.TryBeginAsync("k", Hash, default)).Verdict.Should().Be(ReplayVerdict.New);
    }

    [TestMethod]
    public async Task A_key_over_its_lifetime_is_new_again_and_can_be_removed()
    {
        await Store.TryBeginAsync("k", Hash, default);
        await Store.TryBeginAsync("other", Hash, default);
        Home.Time.Advance(Home.Options.ReplayLifetime + TimeSpan.FromSeconds(1));

        (await Store.TryBeginAsync("k", [7], default)).Verdict.Should().Be(ReplayVerdict.New);
        (await Store.RemoveExpiredAsync(default)).Should().Be(1);
    }
}
