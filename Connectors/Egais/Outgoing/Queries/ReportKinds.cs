using System.Collections.Frozen;

namespace Connectors.Egais;

/// <summary>The reports that can be asked for, by their names.</summary>
internal static class ReportKinds
{
    private static readonly FrozenDictionary<string, EgaisOperation> Known = new Dictionary<string, EgaisOperation>
    {
        ["F1"] = EgaisOperation.QueryF1,
        ["F2"] = EgaisOperation.QueryF2,
        ["F2History"] = EgaisOperation.QueryF2History,
        ["F2Ancestry"] = EgaisOperation.QueryF2Ancestry,
        ["MarksByF2"] = EgaisOperation.QueryMarksByF2,
        ["Unanswered"] = EgaisOperation.QueryUnanswered,
        ["WriteOffCheque"] = EgaisOperation.QueryWriteOffCheque,
        ["HistoryShop"] = EgaisOperation.QueryHistoryShop,
        ["ClientVersion"] = EgaisOperation.QueryClientVersion,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, for messages.</summary>
    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <summary>The operation of a report, named like that or by its operation; null for an unknown one.</summary>
    public static EgaisOperation? OperationOf(string? name)
    {
        if (name is null) return null;
        var bare = name.StartsWith("Query", StringComparison.OrdinalIgnoreCase) ? name["Query".Length..] : name;
        return Known.TryGetValue(bare, out var operation) ? operation : null;
    }
}
