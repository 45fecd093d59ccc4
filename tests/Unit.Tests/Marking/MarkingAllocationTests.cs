using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class MarkingAllocationTests
{
    private const int Repeats = 1000;

    // One object of the code. The text is the caller's, parts are cut when they are asked for.
    private const int BytesOfACode = 96;

    [TestMethod]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93Ab1+")]
    [DataRow("]d20104600001000106215Ab!cD/eF+2gH␝93Ab1+\r\n")]
    [DataRow("0104600001000106215Ab!cD/eF+2gH")]
    [DataRow("00000040100005aB3+xY9ABzUKp7/")]
    [DataRow("010460000100017521dP&5uYe␝8005185000␝93Hn6_␝240FA123")]
    [DataRow("00146000010000000011")]
    public void Undamaged_code_costs_one_object(string raw) =>
        BytesOf(MarkingRow.Gs(raw)).Should().BeInRange(1, BytesOfACode);

    [TestMethod]
    [DataRow("0104600001000107215Ab!cD/eF+2gH␝93Ab1+")]
    [DataRow("ABC")]
    public void Refusal_costs_nothing_until_it_is_put_into_words(string raw) =>
        BytesOf(MarkingRow.Gs(raw)).Should().Be(0);

    [TestMethod]
    public void Identity_that_is_the_whole_text_is_that_text()
    {
        const string text = "0104600001000106215Ab!cD/eF+2gH";

        MarkingCode.Parse(text).Cis.Should().BeSameAs(text);
    }

    private static long BytesOf(string text)
    {
        _ = MarkingCode.TryParse(text, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Enumerable.Repeat(text, Repeats).Count(one => MarkingCode.TryParse(one, out _));
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Repeats;
    }
}
