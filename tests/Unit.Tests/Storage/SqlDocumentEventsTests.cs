using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public class SqlDocumentEventsTests : StoreTest
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Farthest = TimeSpan.FromMinutes(5);
    private SqlDocumentEvents? store;

    private SqlDocumentEvents Store => store ??= new SqlDocumentEvents(Home.Database, Home.Time);

    [TestMethod]
    public async Task Events_are_raised_by_the_save_that_brings_the_document_as_finished_and_by_no_other()
    {
        var open = await Store.SaveAsync(Document("d") with { Finished = false }, [Event("1", "d")], default);
        var finished = await Store.SaveAsync(Document("d"), [Event("2", "d")], default);
        var again = await Store.SaveAsync(Document("d"), [Event("3", "d")], default);
        await Store.SaveAsync(Document("d") with { Finished = false }, [], default);
        var anew = await Store.SaveAsync(Document("d"), [Event("5", "d")], default);

        new[] { open.Raised, finished.Raised, again.Raised, anew.Raised }.Should().Equal(false, true, false, true);
        (await Store.ListAsync(null, 10, default)).Select(raised => (raised.Id, raised.Version, raised.State)).Should().Equal(("2", 2L, DocumentEventState.Pending), ("5", 5L, DocumentEventState.Pending));
    }

    [TestMethod]
    public async Task Two_saves_at_once_raise_the_event_once()
    {
        var saves = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Store.SaveAsync(Document("d"), [Event($"{number}", "d")], default).AsTask()));

        saves.Count(save => save.Raised).Should().Be(1);
        (await Store.ListAsync(null, 100, default)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task An_event_that_cannot_be_written_takes_the_document_with_it()
    {
        await Store.SaveAsync(Document("a"), [Event("same", "a")], default);

        await Store.Invoking(events => events.SaveAsync(Document("b"), [Event("same", "b")], default).AsTask()).Should().ThrowAsync<Exception>();

        (await new SqlDocumentStore(Home.Database, Home.Time).FindAsync("b", default)).Should().BeNull("both are one transaction");
    }

    [TestMethod]
    public async Task Events_of_one_document_are_claimed_one_by_one_in_their_order_and_those_of_others_beside_them()
    {
        await Store.SaveAsync(Document("d"), [Event("d1", "d"), Event("d2", "d")], default);
        await Store.SaveAsync(Document("e"), [Event("e1", "e")], default);

        var first = await ClaimAsync("A");
        var beside = await ClaimAsync("B");
        await Store.AnsweredAsync("d1", "A", (await StartAsync("d1", "A"))!.Value, default);
        var second = await ClaimAsync("B");

        first.Should().BeEquivalentTo("d1", "e1");
        beside.Should().BeEmpty();
        second.Should().Equal("d2");
    }

    [TestMethod]
    public async Task A_pause_lets_the_other_handlers_of_the_event_pass_and_holds_the_next_event_of_the_document()
    {
        await Store.SaveAsync(Document("d"), [Event("1a", "d"), Event("1b", "d")], default);
        await Store.SaveAsync(Document("d") with { Finished = false }, [], default);
        await Store.SaveAsync(Document("d"), [Event("2a", "d")], default);
        await ClaimAsync("A");
        await Store.FailedAsync("1a", "A", (await StartAsync("1a", "A"))!.Value, new(DocumentEventState.Pending, TimeSpan.FromSeconds(60)), Error, default);

        var passes = await ClaimAsync("A");
        await Store.AnsweredAsync("1b", "A", (await StartAsync("1b", "A"))!.Value, default);
        var held = await ClaimAsync("A");
        Advance(TimeSpan.FromSeconds(61));
        var repeated = await ClaimAsync("A");

        (passes.Single(), held, repeated.Single()).Should().BeEquivalentTo(("1b", Array.Empty<string>(), "1a"));
    }

    [TestMethod]
    [DataRow(MethodSafety.Unsafe, DocumentEventState.InDoubt)]
    [DataRow(MethodSafety.Safe, DocumentEventState.Pending)]
    [DataRow(MethodSafety.Keyed, DocumentEventState.Pending)]
    public async Task What_a_silent_server_had_begun_is_repeated_only_where_a_machine_may(MethodSafety safety, DocumentEventState expected)
    {
        await Store.SaveAsync(Document("d"), [Event("1", "d")], default);
        await ClaimAsync("A");
        await Store.StartAsync("1", "A", Lease, safety, default);
        var early = await Store.RecoverAsync("B", Lease, 5, default);
        Advance(Lease + TimeSpan.FromSeconds(1));

        var left = await Store.RecoverAsync("B", Lease, 5, default);

        early.Should().BeEmpty("the lease is not over");
        left.Should().ContainSingle().Which.State.Should().Be(expected);
        (await Store.FailedAsync("1", "A", 1, new(DocumentEventState.Parked), Error, default)).Should().BeFalse("it is not A's any more");
    }

    [TestMethod]
    public async Task What_a_silent_server_had_not_begun_is_free_and_a_server_that_gives_its_word_keeps_its_own()
    {
        await Store.SaveAsync(Document("d"), [Event("1", "d")], default);
        await ClaimAsync("A");
        Advance(Lease - TimeSpan.FromSeconds(1));
        await Store.RecoverAsync("A", Lease, 5, default);
        Advance(TimeSpan.FromSeconds(2));
        var kept = await Store.RecoverAsync("B", Lease, 5, default);
        Advance(Lease);

        var left = await Store.RecoverAsync("B", Lease, 5, default);

        kept.Should().BeEmpty();
        left.Should().ContainSingle().Which.Attempts.Should().Be(0);
        (await ClaimAsync("B")).Should().Equal("1");
        (await StartAsync("1", "A")).Should().BeNull("A was taken for gone");
    }

    [TestMethod]
    public async Task A_handler_that_ends_the_server_each_time_is_parked_after_its_retries()
    {
        await Store.SaveAsync(Document("d"), [Event("1", "d")], default);
        await CrashAsync("A");
        var first = await Store.RecoverAsync("B", Lease, 1, default);
        await CrashAsync("B");

        var second = await Store.RecoverAsync("C", Lease, 1, default);

        (first.Single().State, second.Single().State).Should().Be((DocumentEventState.Pending, DocumentEventState.Parked));
    }

    [TestMethod]
    public async Task An_answer_that_comes_after_all_ends_the_doubt()
    {
        await Store.SaveAsync(Document("d"), [Event("1", "d")], default);
        await ClaimAsync("A");
        var attempt = (await Store.StartAsync("1", "A", Lease, MethodSafety.Unsafe, default))!.Value;
        Advance(Lease + TimeSpan.FromSeconds(1));
        await Store.RecoverAsync("B", Lease, 5, default);

        (await Store.AnsweredAsync("1", "A", attempt, default)).Should().BeTrue();

        (await Store.FindAsync("1", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_person_raises_again_or_dismisses_only_what_the_machine_leaves_alone()
    {
        await Store.SaveAsync(Document("d"), [Event("1", "d")], default);
        var early = (await Store.RetryAsync("1", default), await Store.DismissAsync("1", default));
        await ParkAsync("1");
        var retried = await Store.RetryAsync("1", default);
        await ParkAsync("1");
        var kept = (await Store.ListAsync(DocumentEventState.Parked, 10, default)).Single();

        var dismissed = await Store.DismissAsync("1", default);

        (early, retried, dismissed).Should().Be(((false, false), true, true));
        (kept.Tries, kept.Attempts, kept.Error, kept.ErrorRu).Should().Be((1L, 2L, "It failed.", "Не вышло."));
        (await Store.ListAsync(null, 10, default)).Should().BeEmpty();
    }

    private static ConnectorError Error { get; } = new(ConnectorErrorCode.Unavailable, "It failed.") { MessageRu = "Не вышло." };

    private static StoredDocument Document(string id) => new(id, "t", []) { Finished = true };

    private static DocumentEvent Event(string id, string document) => new(id, document, "documentCompleted", "A:One", new ConnectorRecord { { "document", document }, { "user", null } });

    private async Task<IReadOnlyList<string>> ClaimAsync(string owner) => [.. (await Store.ClaimAsync(owner, Lease, Farthest, 10, default)).Select(raised => raised.Id)];

    private ValueTask<long?> StartAsync(string id, string owner) => Store.StartAsync(id, owner, Lease, MethodSafety.Keyed, default);

    private async Task CrashAsync(string owner)
    {
        await ClaimAsync(owner);
        await StartAsync("1", owner);
        Advance(Lease + TimeSpan.FromSeconds(1));
    }

    private async Task ParkAsync(string id)
    {
        await ClaimAsync("A");
        await Store.FailedAsync(id, "A", (await StartAsync(id, "A"))!.Value, new(DocumentEventState.Parked), Error, default);
    }

    // The clock of a file is the test's, that of PostgreSQL is its own.
    private void Advance(TimeSpan by) => Store.Ahead += by;
}
