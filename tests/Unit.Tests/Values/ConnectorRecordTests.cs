using Cleverence.Connectivity;
using Connectors.Transport;

namespace Unit.Tests.Values;

[TestClass]
public sealed class ConnectorRecordTests
{
    [TestMethod]
    [DataRow(3)]
    [DataRow(47)]
    [DataRow(48)]
    [DataRow(500)]
    public void Names_are_found_exactly_first_and_then_without_case_whatever_the_width(int width)
    {
        var record = new ConnectorRecord { ["Код"] = 1L, ["код"] = 2L };
        for (var at = 2; at < width; at++) record[$"f{at}"] = (long)at;

        record.Count.Should().Be(width);
        record["Код"].Should().Be(1L);
        record["код"].Should().Be(2L);
        record["КОД"].Should().Be(1L);
        record["F2"].Should().Be(2L);
        record[$"f{width - 1}"].Should().Be((long)(width - 1));
        record.Contains("none").Should().BeFalse();
        record["none"].Should().BeNull();
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(200)]
    public void A_field_set_again_keeps_its_place_and_a_removed_one_is_gone(int width)
    {
        var record = new ConnectorRecord(Enumerable.Range(0, width).Select(at => KeyValuePair.Create($"f{at}", (object?)at)));

        record["f3"] = "again";
        var removed = record.Remove("F4");
        record["f4"] = "last";
        record["F5"] = "another";

        removed.Should().BeTrue();
        record.Names.Take(5).Should().Equal("f0", "f1", "f2", "f3", "f5");
        record.Names.TakeLast(2).Should().Equal("f4", "F5");
        record["f3"].Should().Be("again");
        record["f4"].Should().Be("last");
        record["f5"].Should().Be(5);
        record["F5"].Should().Be("another");
        record.Remove("none").Should().BeFalse();
    }

    [TestMethod]
    public void A_record_of_a_hundred_thousand_names_is_filled_and_read_in_no_time()
    {
        const int Count = 100_000;
        var started = TimeProvider.System.GetTimestamp();

        var record = (ConnectorRecord)JsonValues.FromJson(JsonText.Parse($"{{{string.Join(',', Enumerable.Range(0, Count).Select(at => $"\"46000{at}\":{at}"))}}}"))!;
        var sum = Enumerable.Range(0, Count).Sum(at => (long)record[$"46000{at}"]!);

        sum.Should().Be((long)Count * (Count - 1) / 2);
        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(3));
    }

    [TestMethod]
    public void A_filled_record_may_be_read_by_several_threads_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var record = new ConnectorRecord(Enumerable.Range(0, 200).Select(at => KeyValuePair.Create($"f{at}", (object?)at)));
            record.Remove("f0");

            var read = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => (record["F7"], record["f199"], record["none"])).ToList();

            read.Should().HaveCount(8).And.OnlyContain(values => Equals(values.Item1, 7) && Equals(values.Item2, 199) && values.Item3 == null);
        }
    }
}
