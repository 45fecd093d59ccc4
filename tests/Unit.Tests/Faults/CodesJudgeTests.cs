using Faults.Judge;

namespace Unit.Tests.Faults;

/// <summary>The judge of the fetched codes must see what is wrong: every rule is broken here once.</summary>
[TestClass]
public sealed class CodesJudgeTests
{
    private const string Order = "order";
    private static readonly HandedBlock First = new(Order, "block-1", ["a\u001d93x", "b\u001d93x"]);
    private static readonly HandedBlock Second = new(Order, "block-2", ["c\u001d93x"]);
    private static readonly OrderEnd Done = new(Order) { Ordered = 3, Final = true };

    [TestMethod]
    public void Every_code_once_in_a_finished_order_survives() => Judge(Done, Kept("a", "b", "c")).Should().BeEmpty();

    [TestMethod]
    public void Code_that_was_handed_out_and_is_not_there_fails() =>
        Judge(Done with { Ordered = 2 }, Kept("a", "c")).Should().ContainMatch("*1 of 2 codes of block block-1*are lost without a proof*");

    [TestMethod]
    public void Loss_that_is_proven_survives() =>
        Judge(Done with { Proof = "closed; receipts prove what never came: block-2 (1, API)" }, Kept("a", "b")).Should().BeEmpty();

    [TestMethod]
    public void Proof_of_another_block_is_none() =>
        Judge(Done with { Proof = "receipts prove what never came: block-1 (2, API)" }, Kept("a", "b")).Should().ContainMatch("*block block-2*lost without a proof*");

    [TestMethod]
    public void Code_that_nobody_handed_out_fails() => Judge(Done with { Ordered = 4 }, Kept("a", "b", "c", "z")).Should().ContainMatch("*1 codes*nobody handed out*");

    [TestMethod]
    public void Code_twice_fails() => Judge(Done with { Ordered = 4 }, [.. Kept("a", "b", "c"), new KeptCode("a\u001d93y", "a", Order, "block-2")]).Should().ContainMatch("*2 codes*in the table twice*");

    [TestMethod]
    public void Code_under_another_block_fails() =>
        Judge(Done, [.. Kept("a", "b"), new KeptCode("c\u001d93x", "c", Order, "block-1")]).Should().ContainMatch("*1 codes of block block-2*under another order or block*");

    [TestMethod]
    public void Block_that_was_handed_out_under_two_ids_fails_where_it_stands_under_one_only() =>
        new CodesJudge([First, Second, Second with { BlockId = "block-3" }], Kept("a", "b", "c")).Judge(Done).Should().ContainMatch("*block-3*under another order or block*");

    [TestMethod]
    public void Codes_under_two_ids_survive_where_the_second_is_told_of() =>
        new CodesJudge([First, Second, Second with { BlockId = "block-3" }], Kept("a", "b", "c")).Judge(Done with { Proof = "block block-3 brought 1 codes that another block had brought before" }).Should().BeEmpty();

    [TestMethod]
    public void Order_that_is_neither_done_nor_parked_fails() => Judge(Done with { Final = false }, Kept("a", "b", "c")).Should().ContainMatch("*is stuck*");

    [TestMethod]
    public void Order_that_nobody_has_heard_of_fails() => Judge(new OrderEnd(Order), Kept("a", "b", "c")).Should().ContainMatch("*is stuck*");

    [TestMethod]
    public void Open_request_fails() => Judge(Done with { OpenIntents = 1 }, Kept("a", "b", "c")).Should().ContainMatch("*1 requests whose fate is open*");

    [TestMethod]
    public void Annulled_codes_fail() => Judge(Done with { Annulled = 5 }, Kept("a", "b", "c")).Should().ContainMatch("*5 codes*were annulled*");

    [TestMethod]
    public void Order_that_is_called_done_too_early_fails() => Judge(Done with { Ordered = 5 }, Kept("a", "b", "c")).Should().ContainMatch("*called done with 3 codes of 5*");

    private static IReadOnlyList<string> Judge(OrderEnd order, IReadOnlyList<KeptCode> kept) => new CodesJudge([First, Second], kept).Judge(order);

    private static IReadOnlyList<KeptCode> Kept(params IEnumerable<string> serials) =>
        [.. serials.Select(serial => new KeptCode($"{serial}\u001d93x", serial, Order, serial == "c" ? "block-2" : "block-1"))];
}
