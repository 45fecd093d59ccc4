namespace Benchmarks.Exchange;

/// <summary>How many messages a second are taken durably: the answer comes after the disk has them. Beside a program that commits each alone.</summary>
internal static class ExchangeBenchmark
{
    private const double Wanted = 3;
    private const int MadeBefore = 20_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Arguments.Number(args, "--rounds", 5);
        var length = TimeSpan.FromSeconds(Arguments.Number(args, "--seconds", 4));
        var callers = Arguments.Number(args, "--callers", 64);
        using var ours = new EngineAccepts();
        using var store = new StoreAccepts();
        using var naive = new NaiveAccepts();
        using var bare = new BareCommits();
        (IAcceptSide Side, List<AcceptFigures> Rounds)[] sides = [(ours, []), (naive, []), (bare, []), (store, [])];
        var messages = new AcceptedMessages(MadeBefore);
        for (var round = -1; round < rounds; round++)
        {
            // Each side comes first in turn.
            for (var at = 0; at < sides.Length; at++)
            {
                var (side, figures) = sides[(Math.Max(round, 0) + at) % sides.Length];
                var figure = await AcceptLoad.RunAsync(side, round < 0 ? length / 4 : length, callers, messages.Next);
                if (round >= 0) figures.Add(figure);
            }
        }

        await ours.CheckAsync();
        var (accepts, alone, commits) = (Median(sides[0].Rounds, figure => figure.PerSecond), Median(sides[1].Rounds, figure => figure.PerSecond), Median(sides[2].Rounds, figure => figure.PerSecond));
        var ratio = Median(Enumerable.Range(0, rounds), round => sides[0].Rounds[round].PerSecond / sides[1].Rounds[round].PerSecond);
        Console.WriteLine($"accepts_per_second = {accepts:0}");
        Console.WriteLine($"store_accepts_per_second = {Median(sides[3].Rounds, figure => figure.PerSecond):0}");
        Console.WriteLine($"naive_per_second = {alone:0}");
        Console.WriteLine($"bare_commits_per_second = {commits:0}");
        Console.WriteLine($"twin_vs_raw = {alone / commits:0.00}");
        Console.WriteLine($"ratio_vs_naive = {ratio:0.00}");
        Console.WriteLine($"p99_ms = {Median(sides[0].Rounds, figure => figure.P99Milliseconds):0.0}");
        return ratio >= Wanted ? 0 : 1;
    }

    private static double Median<T>(IEnumerable<T> rounds, Func<T, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
