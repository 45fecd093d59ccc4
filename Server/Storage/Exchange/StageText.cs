using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>Stages in statements. The words are those of the partial indexes: a condition that is not written the same way does not find them.</summary>
internal static class StageText
{
    public const string IsFinal = "stage IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled')";

    public const string IsOpen = "stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled')";

    /// <summary>A condition that a row is in one of the stages.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="row">What the column is named by, with its point; empty for none.</param>
    public static string IsOneOf(IReadOnlyList<ExchangeStage> stages, string row = "")
    {
        // Names of an enumeration, and nothing that came from outside.
        var among = stages.Count == 0 ? "1 = 0" : $"{row}stage IN ({string.Join(", ", stages.Distinct().Order().Select(stage => $"'{Enum.GetName(stage)}'"))})";
        if (stages.All(IsEnd)) return $"{among} AND {row}{IsFinal}";
        return stages.Any(IsEnd) ? among : $"{among} AND {row}{IsOpen}";
    }

    private static bool IsEnd(ExchangeStage stage) => stage >= ExchangeStage.Done;
}
