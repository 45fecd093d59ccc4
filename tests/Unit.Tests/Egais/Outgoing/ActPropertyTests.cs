using Cleverence.Connectivity;
using Connectors.Egais;
using FsCheck;
using FsCheck.Fluent;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class ActPropertyTests
{
    [TestMethod]
    public void Act_is_read_back_with_exactly_what_was_not_accepted() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var waybill = Waybill(random);
            var rejected = waybill.Positions.ToDictionary(position => position.Identity, position => Some(random, position));
            var lines = waybill.Positions.Where(position => rejected[position.Identity].Count > 0).Select(position => Line(position, rejected[position.Identity])).ToArray();
            var isAll = waybill.Positions.All(position => rejected[position.Identity].Count == position.Quantity);

            var action = NextActions.OperationOf(EgaisDocumentKind.IncomingWaybill, NextAction.ConfirmReceipt, Orders.Card(EgaisDocumentKind.IncomingWaybill, WaybillRecords.Of(waybill)), Orders.Lines(lines));
            var built = Orders.Build(Orders.Differ(WaybillRecords.Of(waybill), FormatVersion.V4, lines) with { Operation = action!.Value });

            built.Problems.Should().BeEmpty();
            var act = IncomingReader.Read(built.Xml).Act!;
            act.Verdict.Should().Be(lines.Length == 0 ? ActVerdict.Accepted : isAll ? ActVerdict.Rejected : ActVerdict.Differences);
            act.Positions.Should().BeEquivalentTo(
                waybill.Positions.Where(position => !isAll && rejected[position.Identity].Count > 0).Select(position => new ActPosition(position.Identity, position.OwnF2RegId, position.Quantity - rejected[position.Identity].Count) { RejectedMarks = rejected[position.Identity] }),
                options => options.WithStrictOrdering());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static Waybill Waybill(Random random)
    {
        var template = WaybillRecords.Read(Payloads.Received(), []);
        return template with { Positions = [.. Enumerable.Range(1, random.Next(1, 5)).Select(number => Position(random, template.Positions[0], number))] };
    }

    private static WaybillPosition Position(Random random, WaybillPosition template, int number)
    {
        var marks = Enumerable.Range(number * 100, random.Next(1, 9)).Select(Payloads.Mark).ToList();
        var split = random.Next(marks.Count);
        return template with { Identity = $"{number}", OwnF2RegId = $"FB-{number:D15}", Quantity = marks.Count, Boxes = [new MarkBox(Payloads.Box(number), marks[..split]), new MarkBox(null, marks[split..])], Trees = [] };
    }

    private static List<string> Some(Random random, WaybillPosition position)
    {
        var marks = position.Boxes.SelectMany(box => box.Marks).ToList();
        return random.Next(3) == 0 ? [] : marks[..random.Next(marks.Count + 1)];
    }

    private static ConnectorRecord Line(WaybillPosition position, List<string> rejected) =>
        new() { ["positionIdentity"] = position.Identity, ["realQuantity"] = position.Quantity - rejected.Count, ["rejectedMarks"] = rejected.ToList<object?>() };
}
