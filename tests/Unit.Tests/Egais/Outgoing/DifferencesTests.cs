using Cleverence.Connectivity;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class DifferencesTests
{
    [TestMethod]
    public void Rejected_box_becomes_its_marks() => MarksOf(Line(("rejectedBoxes", List(Payloads.Box(1))), ("realQuantity", 1L))).Should().Equal(Payloads.Mark(1), Payloads.Mark(2));

    [TestMethod]
    public void Rejected_pallet_becomes_the_marks_of_the_boxes_in_it() => MarksOf(Line(("rejectedBoxes", List(Payloads.Box(9))), ("realQuantity", 0L))).Should().Equal(Payloads.Mark(1), Payloads.Mark(2), Payloads.Mark(3));

    [TestMethod]
    public void Mark_rejected_with_its_box_is_named_once() => MarksOf(Line(("rejectedMarks", List(Payloads.Mark(3))), ("rejectedBoxes", List(Payloads.Box(2))), ("realQuantity", 2L))).Should().Equal(Payloads.Mark(3));

    [TestMethod]
    public void Quantity_follows_from_the_marks_where_it_is_not_given() => Act(Line(("rejectedMarks", List(Payloads.Mark(1), Payloads.Mark(2))))).Positions.Should().ContainSingle().Which.RealQuantity.Should().Be(1);

    [TestMethod]
    public void Russian_names_are_understood()
    {
        var extra = new ConnectorRecord { ["НомерАкта"] = "А-1", ["Расхождения"] = List(new ConnectorRecord { ["ИдентификаторПозиции"] = "2", ["ФактическоеКоличество"] = "11.5" }) };

        var act = IncomingReader.Read(Orders.Build(Orders.Of(EgaisOperation.ActDifferences, Orders.Card(EgaisDocumentKind.IncomingWaybill, Payloads.Received()), extra)).Xml).Act!;

        act.Number.Should().Be("А-1");
        act.Positions.Should().ContainSingle().Which.RealQuantity.Should().Be(11.5m);
    }

    [TestMethod]
    public void Equal_positions_are_left_out() =>
        Act(Orders.OneBottleMissing(), Line(("positionIdentity", "2"), ("realQuantity", 12L))).Positions.Select(position => position.Identity).Should().Equal("1");

    [TestMethod]
    public void Act_in_which_nothing_came_is_written_as_a_refusal()
    {
        var act = Act(Line(("rejectedBoxes", List(Payloads.Box(9))), ("realQuantity", 0L)), Line(("positionIdentity", "2"), ("realQuantity", 0L)));

        act.Verdict.Should().Be(ActVerdict.Rejected);
        act.Positions.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(2L, "differences[0].rejectedMarks: names 0 marks, but 1 units were not received")]
    [DataRow(4L, "differences[0].realQuantity: is more than was invoiced; put a surplus on balance by an act of charge-on")]
    [DataRow(-1L, "differences[0].realQuantity: must not be less than 0")]
    public void Quantity_that_an_act_cannot_say_is_named(long quantity, string problem) => Problems(Line(("realQuantity", quantity))).Should().Contain(problem);

    [TestMethod]
    public void Mark_of_another_position_is_named() =>
        Problems(Line(("realQuantity", 2L), ("rejectedMarks", List(Payloads.Mark(77))))).Should().Equal("differences[0].rejectedMarks[0]: is not a mark of this position");

    [TestMethod]
    public void Box_that_is_not_in_the_position_is_named() =>
        Problems(Line(("positionIdentity", "2"), ("realQuantity", 11L), ("rejectedBoxes", List(Payloads.Box(1))))).Should().Equal("differences[0].rejectedBoxes[0]: has no marks in this position");

    [TestMethod]
    public void Same_mark_twice_is_named() =>
        Problems(Line(("realQuantity", 1L), ("rejectedMarks", List(Payloads.Mark(1), Payloads.Mark(1))))).Should().Equal("differences[0].rejectedMarks[1]: stands in the act twice");

    [TestMethod]
    public void Position_twice_is_named() => Problems(Orders.OneBottleMissing(), Orders.OneBottleMissing()).Should().Contain("differences[1].positionIdentity: stands in the differences twice");

    [TestMethod]
    public void Unknown_position_is_named() => Problems(Line(("positionIdentity", "9"), ("realQuantity", 0L))).Should().Contain("differences[0].positionIdentity: '9' is not a position of the waybill");

    [TestMethod]
    public void Line_that_says_nothing_is_named() => Problems(Line(("alcPercent", 40L))).Should().Contain("differences[0].realQuantity: is missing");

    [TestMethod]
    public void Act_of_differences_without_a_difference_is_refused() =>
        Problems(Line(("realQuantity", 3L))).Should().Equal("differences: hold no position that differs; ask for ConfirmReceiptAccept");

    [TestMethod]
    public void Acceptance_with_differences_is_refused() =>
        Orders.ProblemsOf(Orders.Of(EgaisOperation.ActAccept, Orders.Card(EgaisDocumentKind.IncomingWaybill, Payloads.Received()), Orders.Lines(Orders.OneBottleMissing())))
            .Should().Equal("differences: stand with an act that accepts everything; ask for ConfirmReceiptDifferences");

    [TestMethod]
    [DataRow(nameof(EgaisOperation.ActAccept))]
    [DataRow(nameof(EgaisOperation.ActReject))]
    [DataRow(nameof(EgaisOperation.ActDifferences))]
    public void Waybill_with_a_position_that_was_not_registered_is_not_answered(string operation)
    {
        var waybill = WaybillRecords.Read(Payloads.Received(), []);
        var halfRegistered = WaybillRecords.Of(waybill with { Positions = [waybill.Positions[0], waybill.Positions[1] with { OwnF2RegId = null }] });
        var order = Orders.Differ(halfRegistered, FormatVersion.V4, Orders.OneBottleMissing()) with { Operation = Enum.Parse<EgaisOperation>(operation) };

        Orders.ProblemsOf(order).Should().Contain("positions[1].ownF2RegId: is missing: the registration of the waybill named no new F2 for this position (F2_MISSING)");
    }

    [TestMethod]
    public void Own_waybill_is_refused_by_its_shipper_without_registrations() =>
        Orders.Build(Orders.Of(EgaisOperation.ActReject, Orders.Card(EgaisDocumentKind.OutgoingWaybill, Payloads.Waybill()))).IsBuilt.Should().BeTrue();

    [TestMethod]
    public void Positions_of_one_F2_cannot_stand_in_one_act()
    {
        var waybill = WaybillRecords.Read(Payloads.Received(), []);
        var same = WaybillRecords.Of(waybill with { Positions = [.. waybill.Positions.Select(position => position with { OwnF2RegId = "FB-000000000000100" })] });

        Orders.ProblemsOf(Orders.Differ(same, FormatVersion.V4, Orders.OneBottleMissing(), Line(("positionIdentity", "2"), ("realQuantity", 1L)))).Should().Equal("differences[1].positionIdentity: has the same F2 as another position of the act");
    }

    [TestMethod]
    public void Waybill_of_ten_thousand_marks_makes_an_act_of_ten_thousand_marks()
    {
        var waybill = WaybillRecords.Read(Payloads.Received(), []);
        var marks = Enumerable.Range(1, 10_000).Select(Payloads.Mark).ToList();
        var large = WaybillRecords.Of(waybill with { Positions = [waybill.Positions[0] with { Quantity = 10_001, Boxes = [new MarkBox(Payloads.Box(1), [.. marks, Payloads.Mark(20_000)])] }] });

        var act = IncomingReader.Read(Orders.Build(Orders.Differ(large, FormatVersion.V4, Line(("rejectedMarks", marks.ToList<object?>())))).Xml).Act!;

        act.Positions.Should().ContainSingle().Which.RejectedMarks.Should().Equal(marks);
        act.Positions[0].RealQuantity.Should().Be(1);
    }

    [TestMethod]
    public void Of_beer_the_quantity_alone_is_told()
    {
        var waybill = WaybillRecords.Read(Payloads.Received(), []);
        var beer = WaybillRecords.Of(waybill with { Positions = [waybill.Positions[0], waybill.Positions[1] with { Boxes = [new MarkBox(Payloads.Box(5), ["010460000012345521aB3-x9Z"]) { IsBeer = true }] }] });

        var built = Orders.Build(Orders.Differ(beer, FormatVersion.V4, Line(("positionIdentity", "2"), ("realQuantity", 11L), ("rejectedBoxes", List(Payloads.Box(5))))));

        built.Problems.Should().BeEmpty();
        IncomingReader.Read(built.Xml).Act!.Positions.Should().ContainSingle().Which.RejectedMarks.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(true, null, null)]
    [DataRow(true, "NotChange", "NotChange")]
    [DataRow(false, "None", null)]
    [DataRow(false, null, "IsChange")]
    public void Owner_of_the_goods_may_be_left_out(bool omit, string? asked, string? written)
    {
        var order = OutgoingSamples.All["WayBillAct_v4.Accepted"] with { Extra = new ConnectorRecord { ["changeOwnership"] = asked } };

        IncomingReader.Read(new DocumentBuilder(new EgaisFormats { OmitChangeOwnership = omit }).Build(order).Xml).Act!.ChangeOwnership.Should().Be(written);
    }

    private static List<object?> List(params object?[] values) => [.. values];

    private static ConnectorRecord Line(params (string Name, object? Value)[] fields)
    {
        var line = new ConnectorRecord(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        line["positionIdentity"] ??= "1";
        return line;
    }

    private static IEnumerable<string> Problems(params ConnectorRecord[] lines) => Orders.ProblemsOf(Orders.Differ(FormatVersion.V4, lines));

    private static WaybillActBody Act(params ConnectorRecord[] lines)
    {
        var built = Orders.Build(Orders.Differ(FormatVersion.V4, lines));
        built.Problems.Should().BeEmpty();
        return IncomingReader.Read(built.Xml).Act!;
    }

    private static IReadOnlyList<string> MarksOf(ConnectorRecord line) => Act(line).Positions.Should().ContainSingle().Which.RejectedMarks;
}
