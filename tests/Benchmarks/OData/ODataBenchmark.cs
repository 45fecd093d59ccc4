using System.Globalization;
using Emulators.OneC;

namespace Benchmarks.OData;

/// <summary>How much memory the server takes while it hands a caller the rows of a large list of 1C: a caller who reads at once, and one who is slow.</summary>
internal static class ODataBenchmark
{
    private const double Goal = 32;

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 5);
        var rows = Arguments.Number(options, "--rows", 50_000);
        await using var oneC = await OneCBase.StartAsync(new OneCOptions { BigCatalogRows = rows });
        await using var server = await ODataSide.StartAsync(oneC);

        // The very first call of a fresh server, of one row, pays for loading and compiling the code; that is told apart.
        var code = await server.MeasureAsync(TimeSpan.Zero, top: 1);
        var first = await server.MeasureAsync(TimeSpan.Zero);
        var fast = new List<ODataRound>();
        var slow = new List<ODataRound>();
        for (var round = 0; round < rounds; round++)
        {
            fast.Add(await server.MeasureAsync(TimeSpan.Zero));
            slow.Add(await server.MeasureAsync(TimeSpan.FromMilliseconds(2)));
        }

        Print("rows", fast[0].Rows);
        Print("answer_mb", Mega(fast[0].Bytes));
        Print("rows_per_second", fast.Max(round => round.Rows / round.Took.TotalSeconds));
        Print("extra_mb_code", Mega(code.Extra));
        Print("extra_mb_first_list", Mega(first.Extra));
        Print("extra_mb_median", Mega(fast.Concat(slow).Select(round => round.Extra).Order().ElementAt(rounds)));
        Print("extra_mb_fast", Mega(fast.Max(round => round.Extra)));
        Print("extra_mb_slow", Mega(slow.Max(round => round.Extra)));
        Print("extra_mb", Mega(fast.Concat(slow).Append(first).Max(round => round.Extra)));
        Print("extra_mb_goal", Goal);
        return fast.Concat(slow).All(round => round.Rows == rows) ? 0 : 1;
    }

    private static double Mega(long bytes) => bytes / (1024.0 * 1024);

    private static void Print(string name, double value) => Console.WriteLine($"{name} = {value.ToString("0.000", CultureInfo.InvariantCulture)}");
}
