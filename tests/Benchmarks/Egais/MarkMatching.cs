using System.Globalization;

namespace Benchmarks.Egais;

/// <summary>How many scans of a large waybill are matched in a second: in memory, and on the durable way.</summary>
internal static class MarkMatching
{
    private const int Marks = 10_000;
    private const int Rounds = 15;
    private const int DurableRounds = 3;
    private const int Handhelds = 32;

    public static async Task RunAsync()
    {
        var sample = new MarkMatchingSample(Marks);
        MarkMatchingMemory.Run(sample, Rounds);
        await MarkMatchingDurable.RunAsync(sample, DurableRounds, Handhelds);
    }

    internal static double Median(IReadOnlyList<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    internal static void Print(string name, double value, string format) => Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");
}
