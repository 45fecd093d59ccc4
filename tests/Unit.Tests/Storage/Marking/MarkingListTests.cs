using Cleverence.Connectivity.Marking;
using Server.Storage;
using static Unit.Tests.Storage.Marking.MarkingCodesOf;

namespace Unit.Tests.Storage.Marking;

/// <summary>Lists, states, codes from elsewhere, and the cleaning of tails.</summary>
[TestClass]
public class MarkingListTests : StoreTest
{
    private SqlMarkingCodeStore? store;

    private SqlMarkingCodeStore Store => store ??= new SqlMarkingCodeStore(Home.Database, Home.Time);

    [TestMethod]
    public async Task Codes_are_listed_by_identification_code_ordinally_page_by_page()
    {
        string[] serials = ["b", "B", "a", "Я", "я", "_"];
        await Store.StoreBlockAsync(new CodeBlock("b", Order, Gtin, [.. serials.Select(serial => $"01{Gtin}21{serial}\u001d93AAAA")]), null, default);

        var first = await Store.ListAsync(new MarkingCodeQuery { Limit = 4 }, default);
        var second = await Store.ListAsync(new MarkingCodeQuery { Limit = 4, After = first[^1].Cis }, default);

        first.Concat(second).Select(code => code.Serial).Should().Equal("B", "_", "a", "b", "Я", "я");
    }

    [TestMethod]
    public async Task Queries_choose_by_order_product_state_and_tail()
    {
        await Store.StoreBlockAsync(Block("b", 1, 2), null, default);
        await Store.AddAsync([Received(3), new StoredMarkingCode(Cis(4), Cis(4), "00000000000017") { State = MarkingCodeState.Withdrawn }], default);

        (await SerialsAsync(new MarkingCodeQuery { OrderId = Order })).Should().Equal(1, 2);
        (await SerialsAsync(new MarkingCodeQuery { Gtin = Gtin })).Should().Equal(1, 2, 3);
        (await SerialsAsync(new MarkingCodeQuery { State = MarkingCodeState.Withdrawn })).Should().Equal(4);
        (await SerialsAsync(new MarkingCodeQuery { WithTailOnly = true, State = MarkingCodeState.Received })).Should().Equal(3);
        (await SerialsAsync(new MarkingCodeQuery { WithTailOnly = true })).Should().Equal(1, 2, 3);
        (await Store.CountAsync(new MarkingCodeQuery { WithTailOnly = true, Limit = 1 }, default)).Should().Be(3);
        (await Store.CountAsync(new MarkingCodeQuery { OrderId = "another" }, default)).Should().Be(0);
    }

    [TestMethod]
    public async Task Rows_of_one_identification_code_are_not_divided_between_pages()
    {
        await Store.AddAsync([Received(1), Received(1) with { Text = Code(1, "OTHR") }, Received(2)], default);

        var first = await Store.ListAsync(new MarkingCodeQuery { Limit = 1 }, default);
        var second = await Store.ListAsync(new MarkingCodeQuery { Limit = 1, After = first[^1].Cis }, default);

        (first.Count, second.Count).Should().Be((2, 1));
    }

    [TestMethod]
    public async Task States_are_set_by_identification_code()
    {
        await Store.StoreBlockAsync(Block("b", 1, 2, 3), null, default);
        Home.Time.Advance(TimeSpan.FromHours(1));

        var found = await Store.SetStateAsync([Cis(1), Cis(3), Cis(3), Cis(9), "\0"], MarkingCodeState.Printed, default);

        found.Should().Be(2);
        (await Store.FindAsync(Cis(1), default)).Should().Match<StoredMarkingCode>(code => code.State == MarkingCodeState.Printed && code.ChangedAt == Home.Time.GetUtcNow() && code.StoredAt == Home.Time.GetUtcNow().AddHours(-1));
        (await Store.CountAsync(new MarkingCodeQuery { State = MarkingCodeState.Issued }, default)).Should().Be(1);
    }

    [TestMethod]
    public async Task Codes_from_elsewhere_are_added_and_those_that_are_there_stay()
    {
        await Store.StoreBlockAsync(Block("b", 1), null, default);
        var at = Home.Time.GetUtcNow().AddDays(-2);

        var added = await Store.AddAsync([Received(1), Received(2) with { UsedAtSale = true, StoredAt = at, OrderId = "o", BlockId = "x" }, Received(2)], default);

        added.Should().Be(1);
        (await Store.FindAsync(Code(1), default))!.State.Should().Be(MarkingCodeState.Issued);
        (await Store.FindAsync(Code(2), default)).Should().BeEquivalentTo(Received(2) with { UsedAtSale = true, StoredAt = at, ChangedAt = Home.Time.GetUtcNow(), OrderId = "o", BlockId = "x" });
    }

    [TestMethod]
    [DataRow(MarkingCodeState.Utilised, true)]
    [DataRow(MarkingCodeState.Received, true)]
    [DataRow(MarkingCodeState.Withdrawn, true)]
    [DataRow(MarkingCodeState.Issued, false)]
    [DataRow(MarkingCodeState.Printed, false)]
    public async Task A_tail_is_cleaned_where_it_is_no_longer_needed(MarkingCodeState state, bool cleaned)
    {
        await Store.AddAsync([Received(1, state)], default);

        var changed = await Store.CleanTailsAsync([new TailChange(Code(1), Cis(1))], default);
        var again = await Store.CleanTailsAsync([new TailChange(Code(1), Cis(1))], default);

        (changed, again).Should().Be((cleaned ? 1 : 0, 0));
        (await Store.FindAsync(Cis(1), default)).Should().Match<StoredMarkingCode>(code => code.Text == (cleaned ? Cis(1) : Code(1)) && code.Serial == "s" && code.Gtin == Gtin && code.State == state);
    }

    [TestMethod]
    public async Task A_row_that_is_gone_used_at_sale_or_of_a_code_another_row_has_stays_untouched()
    {
        await Store.AddAsync([Received(1) with { UsedAtSale = true }, Received(2), Received(2) with { Text = Code(2, "OTHR") }, Received(3), Received(4) with { Cis = "x" }, new StoredMarkingCode(Cis(4), "y", Gtin)], default);

        var changed = await Store.CleanTailsAsync([Change(1), Change(2), new TailChange(Code(2, "OTHR"), Cis(2)), Change(3), Change(4), Change(9)], default);

        changed.Should().Be(1);
        (await Store.FindAsync(Cis(3), default))!.Text.Should().Be(Cis(3));
        (await Store.CountAsync(new MarkingCodeQuery(), default)).Should().Be(6);
        (await Store.FindAsync(Code(2), default)).Should().NotBeNull();
        (await Store.FindAsync(Code(2, "OTHR"), default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task Two_changes_to_one_identification_code_leave_both_rows()
    {
        await Store.AddAsync([Received(1) with { Cis = Code(1) }, Received(1) with { Text = Code(1, "OTHR"), Cis = Code(1, "OTHR") }], default);

        (await Store.CleanTailsAsync([Change(1), new TailChange(Code(1, "OTHR"), Cis(1))], default)).Should().Be(0);
        (await Store.CountAsync(new MarkingCodeQuery(), default)).Should().Be(2);
    }

    private static TailChange Change(int number) => new(Code(number), Cis(number));

    private async Task<IEnumerable<int>> SerialsAsync(MarkingCodeQuery query) =>
        (await Store.ListAsync(query, default)).Select(code => int.Parse(code.Cis.AsSpan(20, 6), System.Globalization.CultureInfo.InvariantCulture));
}
