using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Server.Storage;
using static Unit.Tests.Storage.Marking.MarkingCodesOf;

namespace Unit.Tests.Storage.Marking;

/// <summary>Blocks and codes.</summary>
[TestClass]
public class SqlMarkingCodeStoreTests : StoreTest
{
    private SqlMarkingCodeStore? store;

    private protected SqlMarkingCodeStore Store => store ??= new SqlMarkingCodeStore(Home.Database, Home.Time);

    [TestMethod]
    public async Task Codes_of_a_block_are_kept_byte_for_byte_with_what_they_are_searched_by()
    {
        var outcome = await StoreAsync(Block("b1", 1, 2));

        outcome.Should().Be(new BlockOutcome(2, 0, 0));
        (await Store.FindAsync(Code(1), default)).Should().BeEquivalentTo(new StoredMarkingCode(Code(1), Cis(1), Gtin)
        {
            Serial = "<\"000001&/'%",
            OrderId = Order,
            BlockId = "b1",
            State = MarkingCodeState.Issued,
            StoredAt = Home.Time.GetUtcNow(),
            ChangedAt = Home.Time.GetUtcNow(),
        });
        (await Store.FindAsync(Cis(2), default))!.Text.Should().Be(Code(2));
        (await Store.BlocksAsync(Order, Gtin, default)).Should().Equal(new StoredBlock("b1", Order, Gtin, 2, Home.Time.GetUtcNow()));
    }

    [TestMethod]
    public async Task A_pack_without_application_identifiers_is_cut_too()
    {
        const string pack = "00000046209443Abcd(=*AAAAdGVz";

        await StoreAsync(new CodeBlock("b", Order, "00000046209443", [pack]));

        (await Store.FindAsync(pack, default)).Should().Match<StoredMarkingCode>(code => code.Cis == pack.Substring(0, 25) && code.Gtin == "00000046209443" && code.Serial == "Abcd(=*");
    }

    [TestMethod]
    public async Task What_fits_no_template_is_kept_whole()
    {
        await StoreAsync(new CodeBlock("b", Order, Gtin, ["nonsense", "0100000000000000"]));

        (await Store.ListAsync(new MarkingCodeQuery { OrderId = Order }, default)).Select(code => (code.Text, code.Cis, code.Gtin)).Should().Equal(("0100000000000000", "0100000000000000", Gtin), ("nonsense", "nonsense", Gtin));
    }

    [TestMethod]
    public async Task Codes_that_differ_only_in_case_are_two()
    {
        var outcome = await StoreAsync(new CodeBlock("b", Order, Gtin, [$"01{Gtin}21abc\u001d93AAAA", $"01{Gtin}21ABC\u001d93AAAA"]));

        outcome.Added.Should().Be(2);
        (await Store.FindAsync($"01{Gtin}21ABC", default))!.Serial.Should().Be("ABC");
        (await Store.FindAsync($"01{Gtin}21Abc", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Storing_the_same_block_again_changes_nothing()
    {
        await StoreAsync(Block("b1", 1, 2, 3));
        await Store.SetStateAsync([Cis(2)], MarkingCodeState.Printed, default);
        Home.Time.Advance(TimeSpan.FromHours(1));

        var again = await StoreAsync(Block("b1", 1, 2, 3));

        again.Should().Be(new BlockOutcome(0, 3, 0));
        (await Store.FindAsync(Code(2), default))!.State.Should().Be(MarkingCodeState.Printed);
        (await Store.BlocksAsync(Order, Gtin, default)).Should().ContainSingle().Which.StoredAt.Should().Be(Home.Time.GetUtcNow().AddHours(-1));
        (await Store.ConflictsAsync(null, 10, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_code_of_another_block_stays_as_it_is_and_is_kept_aside_with_both_ids()
    {
        await StoreAsync(Block("b1", 1, 2));

        var outcome = await StoreAsync(Block("b2", 2, 3));
        var again = await StoreAsync(Block("b2", 2, 3));

        (outcome, again).Should().Be((new BlockOutcome(1, 0, 1), new BlockOutcome(0, 1, 1)));
        (await Store.FindAsync(Code(2), default))!.BlockId.Should().Be("b1");
        (await Store.ConflictsAsync(null, 10, default)).Should().Equal(new CodeConflict(Code(2), Cis(2), Gtin, Order, "b2", "b1", Home.Time.GetUtcNow()));
        (await Store.ConflictsAsync(Code(2), 10, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task The_same_identification_code_with_another_tail_is_kept_aside_whole()
    {
        var outcome = await StoreAsync(new CodeBlock("b1", Order, Gtin, [Code(1), Code(1), Code(1, "OTHR")]));

        outcome.Should().Be(new BlockOutcome(1, 1, 1));
        (await Store.ConflictsAsync(null, 10, default)).Should().ContainSingle().Which.Should().Match<CodeConflict>(conflict => conflict.Text == Code(1, "OTHR") && conflict.BlockId == "b1" && conflict.OtherBlockId == "b1");
    }

    [TestMethod]
    public async Task A_block_that_comes_again_after_its_tails_were_cleaned_brings_nothing_new()
    {
        await StoreAsync(Block("b1", 1));
        await Store.SetStateAsync([Cis(1)], MarkingCodeState.Utilised, default);
        await Store.CleanTailsAsync([new TailChange(Code(1), Cis(1))], default);

        (await StoreAsync(Block("b1", 1))).Should().Be(new BlockOutcome(0, 1, 0));
        (await StoreAsync(Block("b2", 1))).Should().Be(new BlockOutcome(0, 0, 1));
        (await Store.CountAsync(new MarkingCodeQuery(), default)).Should().Be(1);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a\0b")]
    public async Task A_code_that_a_database_would_alter_is_refused_and_nothing_of_its_block_is_kept(string code)
    {
        var storing = () => StoreAsync(new CodeBlock("b", Order, Gtin, [Code(1), code]));

        (await storing.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Reason == "CODE_NOT_STORABLE" && error.MessageRu != null);
        (await Store.CountAsync(new MarkingCodeQuery(), default)).Should().Be(0);
    }

    [TestMethod]
    public async Task Of_blocks_stored_at_once_each_code_has_one_owner()
    {
        _ = Store;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => StoreAsync(Block($"b{number}", Enumerable.Range(0, 200))))));

        outcomes.Sum(outcome => outcome.Added).Should().Be(200);
        outcomes.Sum(outcome => outcome.Conflicts).Should().Be(1400);
        (await Store.CountAsync(new MarkingCodeQuery { OrderId = Order }, default)).Should().Be(200);
    }

    [TestMethod]
    public async Task A_block_outlives_a_restart()
    {
        await StoreAsync(Block("b1", 1));
        store = new SqlMarkingCodeStore(Home.Reopen(), Home.Time);

        (await Store.FindAsync(Code(1), default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task A_whole_order_of_codes_is_one_block()
    {
        var outcome = await StoreAsync(Block("b1", Enumerable.Range(0, 150_000)));

        outcome.Should().Be(new BlockOutcome(150_000, 0, 0));
        (await Store.CountAsync(new MarkingCodeQuery { OrderId = Order, Gtin = Gtin }, default)).Should().Be(150_000);
    }

    private protected Task<BlockOutcome> StoreAsync(CodeBlock block, string? intent = null) => Store.StoreBlockAsync(block, intent, default).AsTask();
}
