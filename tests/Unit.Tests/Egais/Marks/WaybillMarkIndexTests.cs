using System.Globalization;
using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class WaybillMarkIndexTests
{
    private const string OtherBox = "03000012345610125000000018";
    private static readonly HashSet<string> Nothing = [];

    [TestMethod]
    public void Mark_without_a_box_is_found_with_its_position()
    {
        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(null, [MadeMarks.Numbered(1)])), MadeMarks.Position("2", 1, new MarkBox(null, [MadeMarks.Numbered(2)]))));

        var match = index.Find(MadeMarks.Numbered(2));

        match.Should().Match<MarkMatch>(found => found.Outcome == MarkOutcome.Found && found.Position!.Identity == "2" && found.Box == null && found.Left == 1);
    }

    [TestMethod]
    public void Mark_in_a_box_names_its_box() =>
        OfTwoBoxes().Find(MadeMarks.Numbered(3)).Should().Match<MarkMatch>(found => found.Outcome == MarkOutcome.FoundInBox && found.Box == OtherBox && found.Position!.Identity == "1");

    [TestMethod]
    public void Scanner_s_additions_do_not_hide_a_mark() => OfTwoBoxes().Find($"]d2{MadeMarks.Numbered(3)}\r\n").Outcome.Should().Be(MarkOutcome.FoundInBox);

    [TestMethod]
    public void Box_stands_for_its_marks() => MarksOf(OfTwoBoxes().Find(MadeMarks.Box)).Should().Equal(MadeMarks.Numbered(1), MadeMarks.Numbered(2));

    [TestMethod]
    public void Pallet_stands_for_the_marks_of_all_boxes_in_it()
    {
        var match = OfTwoBoxes().Find(MadeMarks.Pallet);

        MarksOf(match).Should().Equal(MadeMarks.Numbered(1), MadeMarks.Numbered(2), MadeMarks.Numbered(3));
        match.Should().Match<MarkMatch>(found => found.Outcome == MarkOutcome.Found && found.Code.Kind == MarkKind.Box && found.Position!.Identity == "1");
    }

    [TestMethod]
    public void Mixed_pallet_stands_for_marks_of_several_positions()
    {
        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(
            MadeMarks.Position("1", 1, new MarkBox(MadeMarks.Box, [MadeMarks.Numbered(1)])) with { Trees = [Tree(MadeMarks.Pallet, Tree(MadeMarks.Box))] },
            MadeMarks.Position("2", 1, new MarkBox(OtherBox, [MadeMarks.Numbered(2)])) with { Trees = [Tree(MadeMarks.Pallet, Tree(OtherBox))] }));

        var match = index.Find(MadeMarks.Pallet);

        MarksOf(match).Should().Equal(MadeMarks.Numbered(1), MadeMarks.Numbered(2));
        match.Position.Should().BeNull();
    }

    [TestMethod]
    public void Box_without_marks_is_found_all_the_same()
    {
        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(MadeMarks.Position("1", 12) with { Trees = [Tree(MadeMarks.Pallet, Tree(MadeMarks.Box))] }));

        index.Find(MadeMarks.Box).Should().Match<MarkMatch>(found => found.Outcome == MarkOutcome.Found && found.Marks.Count == 0 && found.Position!.Identity == "1");
    }

    [TestMethod]
    public void Boxes_said_to_lie_in_each_other_are_opened_once()
    {
        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(MadeMarks.Box, [MadeMarks.Numbered(1)])) with { Trees = [Tree(MadeMarks.Box, Tree(OtherBox, Tree(MadeMarks.Box)))] }));

        MarksOf(index.Find(OtherBox)).Should().Equal(MadeMarks.Numbered(1));
    }

    [TestMethod]
    public void Nesting_of_a_hundred_thousand_boxes_is_read()
    {
        var tree = Tree(MadeMarks.Box);
        for (var depth = 0; depth < 100_000; depth++) tree = Tree((300_000_000_000_000_000L + depth).ToString(CultureInfo.InvariantCulture), tree);

        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(MadeMarks.Box, [MadeMarks.Numbered(1)])) with { Trees = [tree] }));

        MarksOf(index.Find(tree.Number)).Should().Equal(MadeMarks.Numbered(1));
    }

    [TestMethod]
    public void Taken_mark_is_scanned_already() =>
        OfTwoBoxes().Find(MadeMarks.Numbered(1), new HashSet<string> { MadeMarks.Numbered(1) }).Should().Match<MarkMatch>(found => found.Outcome == MarkOutcome.AlreadyScanned && found.Left == 0 && found.Box == MadeMarks.Box);

    [TestMethod]
    public void Box_of_which_something_is_left_is_found() =>
        OfTwoBoxes().Find(MadeMarks.Box, new HashSet<string> { MadeMarks.Numbered(1) }).Should().Match<MarkMatch>(found => found.Outcome == MarkOutcome.Found && found.Left == 1 && found.Marks.Count == 2);

    [TestMethod]
    public void Box_of_which_nothing_is_left_is_scanned_already() =>
        OfTwoBoxes().Find(MadeMarks.Box, new HashSet<string> { MadeMarks.Numbered(1), MadeMarks.Numbered(2) }).Outcome.Should().Be(MarkOutcome.AlreadyScanned);

    public static IEnumerable<object[]> Strangers =>
    [
        [MadeMarks.Numbered(99), MarkOutcome.NotInDocument], ["030000123456000099", MarkOutcome.NotInDocument], ["4600000123455", MarkOutcome.NotInDocument],
        [MadeMarks.New(month: "13"), MarkOutcome.BadFormat], ["", MarkOutcome.BadFormat], ["22Н00000", MarkOutcome.WrongLayout],
    ];

    [TestMethod]
    [DynamicData(nameof(Strangers))]
    public void Code_that_the_waybill_does_not_have_is_told_apart(string code, object outcome)
    {
        var match = OfTwoBoxes().Find(code, Nothing);

        match.Should().Match<MarkMatch>(found => !found.IsFound && found.Marks.Count == 0 && found.Position == null);
        match.Outcome.Should().Be((MarkOutcome)outcome);
    }

    [TestMethod]
    public void What_the_waybill_names_is_found_whatever_its_form() =>
        WaybillMarkIndex.Of(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox("BOX-7", ["odd mark"])))).Find("odd mark").Outcome.Should().Be(MarkOutcome.FoundInBox);

    [TestMethod]
    public void Beer_is_found_with_its_crypto_tail()
    {
        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(null, ["010460000012345521aB3-x9Z"]) { IsBeer = true })));

        index.Find("010460000012345521aB3-x9Z\u001D93dGVz").Outcome.Should().Be(MarkOutcome.Found);
    }

    [TestMethod]
    public void Mark_named_twice_is_reported_and_counted_once()
    {
        var index = WaybillMarkIndex.Of(MadeMarks.Waybill(
            MadeMarks.Position("1", 1, new MarkBox(MadeMarks.Box, [MadeMarks.Numbered(1)])), MadeMarks.Position("2", 2, new MarkBox(null, [MadeMarks.Numbered(1), MadeMarks.Numbered(2)]))));

        index.Duplicates.Should().Equal(new MarkDuplicate(MadeMarks.Numbered(1), "1", "2"));
        index.Totals.Should().Equal(1, 1);
        index.Find(MadeMarks.Numbered(1)).Position!.Identity.Should().Be("1");
    }

    private static WaybillMarkIndex OfTwoBoxes() => WaybillMarkIndex.Of(MadeMarks.Waybill(
        MadeMarks.Position("1", 3, new MarkBox(MadeMarks.Box, [MadeMarks.Numbered(1), MadeMarks.Numbered(2)]), new MarkBox(OtherBox, [MadeMarks.Numbered(3)]))
            with { Trees = [Tree(MadeMarks.Pallet, Tree(MadeMarks.Box), Tree(OtherBox))] }));

    private static BoxTree Tree(string number, params BoxTree[] inner) => new(number, inner);

    private static IEnumerable<string> MarksOf(MarkMatch match) => match.Marks.Select(mark => mark.Mark);
}
