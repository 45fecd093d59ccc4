using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Cleverence.Connectivity.Marking;

namespace Benchmarks.Marking;

/// <summary>How many codes one core takes apart in a second of its time, beside a bare scan of the bytes of the same texts, in interleaved rounds.</summary>
internal static class MarkingBenchmark
{
    private const double Goal = 3_000_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static int Run(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 31);
        var texts = MarkingSample.Make(Arguments.Number(options, "--codes", 100_000));

        // The compiler's tiers settle before anything is counted; on a loaded machine that takes its background thread seconds.
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < WarmUp) _ = (Parse(texts, withCis: true), Parse(texts, withCis: false), Scan(texts));
        var (parse, identify, scan) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            parse.Add(Seconds(() => Parse(texts, withCis: false)));
            scan.Add(Seconds(() => Scan(texts)));
            identify.Add(Seconds(() => Parse(texts, withCis: true)));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var parsed = Parse(texts, withCis: false);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (parsed != texts.Length) throw new InvalidOperationException($"{texts.Length - parsed} of the benchmark's own codes were refused.");
        Print("codes_per_second", texts.Length / Median(parse), "0");
        Print("codes_per_second_with_cis", texts.Length / Median(identify), "0");
        Print("bytes_per_code", (double)allocated / texts.Length, "0.0");
        Print("ratio_vs_scan", Median([.. parse.Zip(scan, (with, bare) => with / bare)]), "0.00");
        Print("codes_per_second_goal", Goal, "0");
        return texts.Length / Median(parse) >= Goal ? 0 : 1;
    }

    private static int Parse(string[] texts, bool withCis)
    {
        var found = 0;
        foreach (var text in texts)
        {
            if (MarkingCode.TryParse(text, out var code) && (!withCis || code.Cis is not null)) found++;
        }

        return found;
    }

    // The least that looking at every character can cost: each byte is read and added, one after another.
    private static int Scan(string[] texts)
    {
        var sum = 0;
        foreach (var text in texts)
        {
            foreach (var one in MemoryMarshal.AsBytes(text.AsSpan())) sum += one;
        }

        return sum;
    }

    // Processor time, of all threads: a second of one core is the same on a busy machine, and the garbage collector's share is in it.
    private static double Seconds(Func<int> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(work());
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static void Print(string name, double value, string format) => Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");
}
