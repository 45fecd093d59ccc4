using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class WaybillDifferencesTests
{
    private readonly ScanRig rig = new();

    [TestInitialize]
    public Task Save() => rig.SaveAsync();

    [TestMethod]
    public async Task What_was_not_scanned_is_rejected()
    {
        await rig.ScanAsync(MadeMarks.Pallet);
        await rig.Scans.UndoAsync(ScanRig.Document, MadeMarks.Numbered(4), default);
        await rig.ScanAsync(MadeMarks.Numbered(11));

        var differences = await DifferencesAsync();

        differences.Positions.Should().BeEquivalentTo([new WaybillDifference("1", 10, 9, [MadeMarks.Numbered(4)])]);
        differences.Should().Match<WaybillDifferences>(all => all.Action == "ConfirmReceiptDifferences" && all.Problems.Count == 0);
    }

    [TestMethod]
    public async Task Nothing_differs_when_everything_is_scanned()
    {
        await rig.ScanAsync(MadeMarks.Pallet);
        await rig.ScanAsync(MadeMarks.Numbered(11));

        var differences = await DifferencesAsync(("3", 20));

        differences.Should().Match<WaybillDifferences>(all => all.Positions.Count == 0 && all.Action == "ConfirmReceipt" && all.Uncounted.Count == 0);
    }

    [TestMethod]
    public async Task Nothing_accepted_is_a_refusal()
    {
        var differences = await DifferencesAsync(("3", 0));

        differences.Action.Should().Be("RefuseWaybill");
        differences.Positions.Select(position => position.Real).Should().Equal(0, 0, 0);
    }

    [TestMethod]
    public async Task Position_without_marks_is_as_it_was_counted() =>
        (await DifferencesAsync(("3", 18))).Positions.Should().ContainEquivalentOf(new WaybillDifference("3", 20, 18, []));

    [TestMethod]
    public async Task Position_without_marks_that_nobody_counted_is_as_in_the_waybill()
    {
        var differences = await DifferencesAsync();

        differences.Uncounted.Should().Equal("3");
        differences.Positions.Select(position => position.Position).Should().Equal("1", "2");
    }

    [TestMethod]
    [DataRow("3", 21.0, "21 was counted, the waybill has 20")]
    [DataRow("3", -1.0, "-1 was counted")]
    [DataRow("1", 9.0, "9 was counted, by marks it is 0")]
    [DataRow("7", 1.0, "is no position")]
    public async Task Count_that_no_act_can_express_is_a_problem(string position, double count, string rule)
    {
        var differences = await DifferencesAsync((position, (decimal)count));

        differences.Problems.Should().ContainSingle().Which.Should().Match<BuildProblem>(problem => problem.Path == $"positions[{position}]" && problem.Rule.Contains(rule) && problem.RuleRu.Length > 0);
    }

    [TestMethod]
    public async Task Scans_of_marks_that_the_waybill_no_longer_has_do_not_count()
    {
        await rig.ScanAsync(MadeMarks.Pallet);
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 2, new MarkBox(null, [MadeMarks.Numbered(1), MadeMarks.Numbered(50)]))));

        (await DifferencesAsync()).Positions.Should().BeEquivalentTo([new WaybillDifference("1", 2, 1, [MadeMarks.Numbered(50)])]);
    }

    [TestMethod]
    public async Task More_marks_than_units_is_a_problem()
    {
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(null, [MadeMarks.Numbered(1), MadeMarks.Numbered(2)]))));

        (await DifferencesAsync()).Problems.Should().ContainSingle().Which.Rule.Should().Contain("more marks");
    }

    [TestMethod]
    public async Task Scanned_beer_gives_a_quantity_and_no_marks()
    {
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 2, new MarkBox(null, ["010460000012345521aB3-x9Z", "010460000012345521aB3-x9Y"]) { IsBeer = true })));
        await rig.ScanAsync("010460000012345521aB3-x9Z");

        (await DifferencesAsync()).Positions.Should().BeEquivalentTo([new WaybillDifference("1", 2, 1, [])]);
    }

    [TestMethod]
    public async Task Beer_that_nobody_scanned_or_counted_is_as_in_the_waybill()
    {
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(null, ["010460000012345521aB3-x9Z"]) { IsBeer = true })));

        (await DifferencesAsync()).Should().Match<WaybillDifferences>(all => all.Positions.Count == 0 && all.Uncounted.Count == 1);
    }

    private async Task<WaybillDifferences> DifferencesAsync(params (string Position, decimal Count)[] counted) =>
        await rig.Scans.DifferencesAsync(ScanRig.Document, counted.ToDictionary(count => count.Position, count => count.Count), default);
}
