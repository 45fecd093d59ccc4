using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The differences of a waybill as PrepareForTransfer takes them.</summary>
internal static class DifferenceRecords
{
    public static ConnectorRecord Of(WaybillDifferences differences) => new()
    {
        ["text"] = ProgressTexts.Of(differences).Text,
        ["textRu"] = ProgressTexts.Of(differences).TextRu,
        ["nextAction"] = differences.Problems.Count > 0 ? null : differences.Action,
        ["differences"] = differences.Positions.Select(Of).ToList<object?>(),
        ["errorCode"] = differences.Problems.Count > 0 ? "VALIDATION" : null,
        ["errorText"] = string.Join("\n", differences.Problems.Select(problem => $"{problem.Path}: {problem.RuleRu}")),
        ["problems"] = differences.Problems.Select(problem => new ConnectorRecord { ["path"] = problem.Path, ["rule"] = problem.Rule, ["ruleRu"] = problem.RuleRu }).ToList<object?>(),
        ["warnings"] = differences.Uncounted.Count == 0 ? new List<object?>() : [$"Позиции без марок и без посчитанного количества приняты как в накладной: {string.Join(", ", differences.Uncounted)}."],
    };

    private static object Of(WaybillDifference difference) => new ConnectorRecord
    {
        ["positionIdentity"] = difference.Position, ["invoiced"] = difference.Invoiced, ["realQuantity"] = difference.Real, ["rejectedMarks"] = difference.RejectedMarks.ToList<object?>(),
        ["text"] = ProgressTexts.Of(difference).Text, ["textRu"] = ProgressTexts.Of(difference).TextRu,
    };
}
