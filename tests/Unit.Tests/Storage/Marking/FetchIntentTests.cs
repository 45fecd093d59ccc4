using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Server.Storage;
using static Unit.Tests.Storage.Marking.MarkingCodesOf;

namespace Unit.Tests.Storage.Marking;

/// <summary>Intents to fetch codes.</summary>
[TestClass]
public class FetchIntentTests : StoreTest
{
    private SqlMarkingCodeStore? store;

    private SqlMarkingCodeStore Store => store ??= new SqlMarkingCodeStore(Home.Database, Home.Time);

    [TestMethod]
    public async Task An_order_and_product_have_one_open_intent()
    {
        var intent = await Store.BeginIntentAsync(Order, Gtin, 100, default);
        var beginning = () => Store.BeginIntentAsync(Order, Gtin, 5, default).AsTask();
        var other = await Store.BeginIntentAsync(Order, "04607177964096", 7, default);

        intent.Should().Be(new FetchIntent(intent.Id, Order, Gtin, 100, Home.Time.GetUtcNow()));
        (await beginning.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Conflict && error.Message.Contains(Order) && error.MessageRu!.Contains(Gtin));
        (await Store.OpenIntentsAsync(Order, default)).Should().BeEquivalentTo([intent, other]);
        (await Store.OpenIntentsAsync("another", default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_open_intent_is_found_after_a_restart_oldest_first()
    {
        var first = await Store.BeginIntentAsync(Order, Gtin, 100, default);
        Home.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await Store.BeginIntentAsync("a", Gtin, 100, default);
        store = new SqlMarkingCodeStore(Home.Reopen(), Home.Time);

        (await Store.OpenIntentsAsync(null, default)).Should().Equal(first, second);
    }

    [TestMethod]
    public async Task A_stored_block_closes_its_intent()
    {
        var intent = await Store.BeginIntentAsync(Order, Gtin, 2, default);

        await Store.StoreBlockAsync(Block("b1", 1, 2), intent.Id, default);

        (await Store.OpenIntentsAsync(null, default)).Should().BeEmpty();
        (await Store.BeginIntentAsync(Order, Gtin, 2, default)).Id.Should().NotBe(intent.Id);
    }

    [TestMethod]
    public async Task A_block_that_cannot_be_kept_leaves_its_intent_open()
    {
        var intent = await Store.BeginIntentAsync(Order, Gtin, 2, default);
        var storing = () => Store.StoreBlockAsync(new CodeBlock("b", Order, Gtin, ["\0"]), intent.Id, default).AsTask();

        await storing.Should().ThrowAsync<ConnectorException>();

        (await Store.OpenIntentsAsync(null, default)).Should().Equal(intent);
    }

    [TestMethod]
    [DataRow(IntentEnd.Refused)]
    [DataRow(IntentEnd.NoEffect)]
    public async Task A_closed_intent_makes_room_for_the_next(IntentEnd end)
    {
        var intent = await Store.BeginIntentAsync(Order, Gtin, 2, default);

        await Store.CloseIntentAsync(intent.Id, end, "The station counts 0.", default);

        (await Store.OpenIntentsAsync(null, default)).Should().BeEmpty();
        (await Store.ParkedIntentsAsync(null, default)).Should().BeEmpty();
        (await Store.BeginIntentAsync(Order, Gtin, 2, default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task A_parked_intent_is_kept_with_its_proof_until_its_block_is_found()
    {
        var intent = await Store.BeginIntentAsync(Order, Gtin, 2, default);
        Home.Time.Advance(TimeSpan.FromMinutes(30));
        await Store.CloseIntentAsync(intent.Id, IntentEnd.Parked, "The station counts 7, 5 are here\0.", default);
        await Store.CloseIntentAsync(intent.Id, IntentEnd.NoEffect, "late", default);

        (await Store.ParkedIntentsAsync(Order, default)).Should().ContainSingle().Which.Should().Match<ParkedIntent>(parked => parked.Intent == intent && parked.ParkedAt == Home.Time.GetUtcNow() && parked.Reason!.StartsWith("The station counts 7"));
        (await Store.ParkedIntentsAsync("another", default)).Should().BeEmpty();
        await Store.StoreBlockAsync(Block("b1", 1), intent.Id, default);
        (await Store.ParkedIntentsAsync(null, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Of_many_at_once_one_opens_the_intent()
    {
        _ = Store;

        var begun = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(TryBeginAsync)));

        begun.Count(opened => opened).Should().Be(1);
    }

    private async Task<bool> TryBeginAsync()
    {
        try
        {
            await Store.BeginIntentAsync(Order, Gtin, 1, default);
            return true;
        }
        catch (ConnectorException refused) when (refused.Error.Code == ConnectorErrorCode.Conflict)
        {
            return false;
        }
    }
}
