using System.Globalization;

namespace Faults.Kills;

/// <summary>How long a program of kills goes on, and with which chances.</summary>
/// <param name="Kills">How many kills.</param>
/// <param name="Seed">Decides the order of the stages and the random moments.</param>
/// <param name="Full">Whether this is the long form.</param>
internal sealed record KillOptions(int Kills, int Seed, bool Full)
{
    private const int Short = 15, Long = 300;

    /// <summary>Reads <c>[--kills N] [--seed S] [--full]</c>.</summary>
    public static KillOptions Read(IReadOnlyList<string> options)
    {
        var full = options.Contains("--full");
        return new KillOptions(Number(options, "--kills") ?? (full ? Long : Short), Number(options, "--seed") ?? Random.Shared.Next(1, 1_000_000), full);
    }

    /// <summary>Which stage each kill is aimed at: all of them equally often, in an order of chance.</summary>
    public IReadOnlyList<T> Deal<T>(IReadOnlyList<T> stages)
    {
        var random = new Random(Seed);
        var dealt = new List<T>();
        while (dealt.Count < Kills)
        {
            var round = stages.ToArray();
            random.Shuffle(round);
            dealt.AddRange(round);
        }

        return dealt[..Kills];
    }

    /// <summary>Chance of one kill, the same for the same seed.</summary>
    public static Random ChanceOf(int seed, int kill) => new(unchecked((seed * 1_000_003) + kill));

    private static int? Number(IReadOnlyList<string> options, string name) =>
        options.SkipWhile(option => option != name).ElementAtOrDefault(1) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
