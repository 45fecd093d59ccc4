using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;
using TestKit.Exchange;
using Unit.Tests.ChestnyZnak.Suz;

namespace Unit.Tests.ChestnyZnak.Codes;

[TestClass]
public sealed class CodePrintingTests
{
    private const string Gtin = "04600001000113";
    private readonly MovedTime time = new();
    private readonly MemoryMarkingCodeStore codes;
    private readonly MemoryConnectorRecords records;

    public CodePrintingTests() => (codes, records) = (new MemoryMarkingCodeStore(time), new MemoryConnectorRecords(time));

    [TestMethod]
    public async Task Handhelds_that_take_at_once_are_given_every_code_once()
    {
        await StoreAsync(60);
        var printing = new CodePrinting(codes, records, time);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => printing.TakeAsync(null, Gtin, 10, $"take-{one}", CancellationToken.None)));

        taken.SelectMany(Texts).Should().HaveCount(60).And.OnlyHaveUniqueItems();
        codes.All.Should().OnlyContain(code => code.State == MarkingCodeState.Printed);
    }

    [TestMethod]
    public async Task A_taking_whose_answer_was_lost_is_given_the_same_codes_again()
    {
        await StoreAsync(20);
        var printing = new CodePrinting(codes, records, time);

        var first = await printing.TakeAsync("order", Gtin, 5, "take", CancellationToken.None);
        var again = await printing.TakeAsync("order", Gtin, 5, "take", CancellationToken.None);

        Texts(again).Should().Equal(Texts(first));
        codes.All.Count(code => code.State == MarkingCodeState.Printed).Should().Be(5);
    }

    [TestMethod]
    public async Task A_process_may_end_at_any_call_and_no_code_is_given_out_twice()
    {
        await StoreAsync(200);

        var given = await PrintingCrashes.EverywhereAsync(codes, records, time, Gtin);

        given.Points.Should().BeGreaterThan(6);
        given.Texts.Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    public async Task A_taking_so_slow_that_its_lease_went_to_another_gives_other_codes()
    {
        await StoreAsync(20);
        var slowCodes = new HookedCodes(codes);
        IReadOnlyList<string> others = [];
        slowCodes.AfterList = async () =>
        {
            time.Move(TimeSpan.FromMinutes(1));
            others = Texts(await new CodePrinting(codes, records, time).TakeAsync(null, Gtin, 5, "quick", CancellationToken.None));
        };

        var slow = await new CodePrinting(slowCodes, records, time).TakeAsync(null, Gtin, 5, "slow", CancellationToken.None);

        others.Should().HaveCount(5);
        Texts(slow).Should().HaveCount(5).And.NotIntersectWith(others);
    }

    [TestMethod]
    public async Task Nothing_is_given_when_nothing_is_left()
    {
        var printing = new CodePrinting(codes, records, time);

        var taken = await printing.TakeAsync(null, Gtin, 5, "take", CancellationToken.None);

        taken["count"].Should().Be(0L);
    }

    private static IReadOnlyList<string> Texts(ConnectorRecord taken) => [.. ((List<object?>)taken["codes"]!).Cast<string>()];

    private async Task StoreAsync(int count) =>
        await codes.StoreBlockAsync(new CodeBlock("block", "order", Gtin, [.. Enumerable.Range(0, count).Select(one => $"01{Gtin}215{one:D5}\u001d93Ab1+")]), null, CancellationToken.None);
}
