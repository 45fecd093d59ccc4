using System.Globalization;

namespace Faults.Judge;

/// <summary>What was found: everything that is wrong, and the figures.</summary>
internal sealed record Judgement(IReadOnlyList<string> Failures, int Jobs, int Fired, long Skips, long Misses, TimeSpan LongestGap, TimeSpan LongestReturn)
{
    public string Figures => string.Create(
        CultureInfo.InvariantCulture,
        $"{Jobs} jobs, {Fired} firings, {Skips} skipped, {Misses} missed, longest gap {LongestGap.TotalSeconds:0.00} s, first firing after the end at most {LongestReturn.TotalSeconds:0.00} s");

    /// <summary>A trial that did not come to its end.</summary>
    public static Judgement Of(string failure) => new([failure], 0, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero);
}
