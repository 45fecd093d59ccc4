using System.Globalization;
using Connectors.Egais;

namespace Benchmarks.Egais;

/// <summary>A made-up waybill of many marks, and the scans of them in a fixed random order. Every text is a string of its own, as scanners send them.</summary>
internal sealed class MarkMatchingSample
{
    private const int Positions = 10;
    private const int InBox = 20;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public MarkMatchingSample(int count)
    {
        var random = new Random(17);
        var marks = Enumerable.Range(0, count).Select(number => Mark(random, number)).ToArray();
        Waybill = new Waybill("WBInvoiceFromMe", "7", new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 3)) { Positions = [.. marks.Chunk(count / Positions).Select(Position)] };
        Scans = [.. marks.Select(mark => new string(mark))];
        random.Shuffle(Scans);
    }

    public Waybill Waybill { get; }

    public string[] Scans { get; }

    private static WaybillPosition Position(string[] marks, int at) => new((at + 1).ToString(CultureInfo.InvariantCulture), new Product($"{at:D19}") { ShortName = $"Product {at}" }, marks.Length)
    {
        FaRegId = "FA-000000000000001",
        F2RegId = $"FB-{at:D15}",
        OwnF2RegId = $"FB-{at + 1000:D15}",
        Boxes = [.. marks.Chunk(InBox).Select((inside, box) => new MarkBox($"0300001234561{at:D2}26{box:D9}", inside))],
    };

    private static string Mark(Random random, int number) => $"136200{number + 1:D8}0726001{new string(random.GetItems(Alphabet.AsSpan(), 129))}";
}
